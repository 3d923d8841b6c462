import { createClient } from "@frontdesk/api";
import { aConversation, aSettings, guid, ids } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import { api, testDesk, type World } from "../../test/testDesk";
import { detailQuery } from "../app/queries";
import { homeSessionId, mainTabIdOf, sessionIdOf } from "../sessions/store";
import { createWorkspaceHost } from "./workspaceHost";

const origin = "https://desk.example";
const id = guid("conv", 1);

function host(world: World = {}) {
  const { desk, server } = testDesk(world);
  return { desk, server, host: createWorkspaceHost(desk, createClient({ fetch: server.fetch }), origin) };
}

const allowing = (...framedOrigins: string[]) => ({
  me: { settings: aSettings({ framedOrigins }) },
});

describe("the workspace as scripts see it", () => {
  it("has a home session that is focused, default and never closed", () => {
    const { host: workspace } = host();
    expect(workspace.state()).toMatchObject({
      focusedSessionId: homeSessionId,
      sessions: [{ isDefault: true, canClose: false }],
    });
  });

  it("is the same picture until something changes", () => {
    const { host: workspace, desk } = host();
    const before = workspace.state();
    expect(workspace.state()).toBe(before);
    desk.sessions.openConversation(id, { title: "Grace" });
    expect(workspace.state()).toMatchObject({ sessions: [{}, { conversationId: id, title: "Grace" }] });
    expect(before.sessions).toHaveLength(1);
  });

  it.each([
    ["picks an open one", { status: "open", listAgentId: null, activeAgentId: null }, "pick"],
    ["takes up again one that waits", { status: "waiting", activeAgentId: null }, "pick"],
    ["accepts one that is offered", { statusReason: "awaiting_agent_acceptance" }, "accept"],
  ] as const)("openConversation %s", async (_what, changes, verb) => {
    const { host: workspace, server, desk } = host({ lists: { mine: [aConversation(changes)] } });
    await workspace.openConversation(id);
    expect(server.asked(`POST ${api}/conversations/${id}/${verb}`)).toHaveLength(1);
    expect(desk.sessions.focused().conversationId).toBe(id);
  });

  it("openConversation opens a closed one for reading alone", async () => {
    const closed = aConversation({ status: "closed", listAgentId: ids.colleague });
    const { host: workspace, server, desk } = host({ lists: { mine: [closed] } });
    await workspace.openConversation(id);
    expect(desk.sessions.focused().conversationId).toBe(id);
    expect(server.seen.filter((request) => request.method === "POST")).toEqual([]);
  });

  it("openConversation of one that does not exist rejects and opens nothing", async () => {
    const { host: workspace, desk } = host();
    await expect(workspace.openConversation(id)).rejects.toThrow();
    expect(desk.sessions.openCount()).toBe(0);
  });

  it("the eleventh session is refused", async () => {
    const { host: workspace, desk } = host({ lists: { mine: [aConversation()] } });
    for (let number = 20; number < 30; number++) desk.sessions.openConversation(guid("conv", number));
    await expect(workspace.openConversation(id)).rejects.toMatchObject({ code: "too_many_sessions" });
  });

  it("closing a session in hand closes it on the server first", async () => {
    const { host: workspace, server, desk } = host({ lists: { mine: [aConversation()] } });
    await desk.cache.fetchQuery(detailQuery(desk, id));
    desk.sessions.openConversation(id);
    await workspace.closeSession(sessionIdOf(id));
    expect(server.asked(`POST ${api}/conversations/${id}/close-session`)).toHaveLength(1);
    expect(desk.sessions.openCount()).toBe(0);
  });

  it("text goes into the send box and to nobody", async () => {
    const { host: workspace, server, desk } = host();
    await workspace.putInSendBox(id, "Hello");
    expect(desk.drafts.get(id)).toEqual({ text: "Hello", visibility: "public" });
    expect(server.seen).toEqual([]);
  });
});

describe("tabs of pages", () => {
  const input = (pageInput: Record<string, unknown>) => ({ pageInput });

  it("frame a page of an allowed origin", async () => {
    const { host: workspace, desk } = host(allowing("crm.example"));
    const tabId = await workspace.createTab(
      homeSessionId,
      input({ pageType: "url", url: "https://crm.example/orders", title: "Orders" }),
    );
    const tab = desk.sessions.find(homeSessionId)?.tabs.find((known) => known.id === tabId);
    expect(tab).toMatchObject({ title: "Orders", url: "https://crm.example/orders", canClose: true });
  });

  it("hand a web resource its data", async () => {
    const { host: workspace, desk } = host();
    await workspace.createTab(
      homeSessionId,
      input({ pageType: "webresource", webresourceName: "/tools/panel.html", data: "order=7" }),
    );
    expect(desk.sessions.find(homeSessionId)?.tabs[1]?.url).toBe(`${origin}/tools/panel.html?data=order%3D7`);
  });

  it.each([
    ["of another origin", "https://evil.example/", "origin_not_allowed"],
    ["that is a script", "javascript:alert(1)", "invalid_address"],
  ])("refuse a page %s", async (_what, url, code) => {
    const { host: workspace, desk } = host(allowing("crm.example"));
    await expect(workspace.createTab(homeSessionId, input({ pageType: "url", url }))).rejects.toMatchObject({ code });
    expect(desk.sessions.find(homeSessionId)?.tabs).toHaveLength(1);
  });

  it("refreshing the conversation's own tab asks the server for it again", async () => {
    const { host: workspace, desk } = host({ lists: { mine: [aConversation()] } });
    const query = detailQuery(desk, id);
    await desk.cache.fetchQuery(query);
    desk.sessions.openConversation(id);
    await workspace.refreshTab(sessionIdOf(id), mainTabIdOf(sessionIdOf(id)));
    expect(desk.cache.getQueryState(query.queryKey)?.isInvalidated).toBe(true);
  });
});
