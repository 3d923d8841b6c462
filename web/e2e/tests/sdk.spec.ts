// The checks that follow from the contract of `Microsoft.Omnichannel`, in the workspace page and in a page of another
// origin that is framed in it.

import { readFileSync } from "node:fs";
import type { Browser, Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../src/api.ts";
import { openBrowser, runScript, Workspace } from "../src/browser.ts";
import { type Site, serveSdkPage } from "../src/other-site.ts";
import { answerOf, call, failureOf, type Row, rows, type Where } from "../src/sdk.ts";
import { type Server, startServer } from "../src/server.ts";
import { accept, type Chat, makeAgent, makeTeam, type Team } from "../src/team.ts";

const EXAMPLE = readFileSync(new URL("../fixtures/getConversations-example.js.txt", import.meta.url), "utf8");
const EXAMPLE_AGENT = "2b330c52-6844-4d36-8e05-03c78c9681dc";
const DEFAULTS = ["createdon", "msdyn_lastsessionid", "msdyn_liveworkstreamid", "msdyn_ocliveworkitemid", "statuscode"];
const DAY_MS = 24 * 60 * 60 * 1000;

let server: Server;
let browser: Browser;
let team: Team;
let desk: Workspace;
let crm: Site;
let framed: Frame;
let active: Chat;
let waiting: Chat;
let wrappingUp: Chat;
let closed: Chat;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  team = await makeTeam(server);
  crm = await serveSdkPage(server.url);
  await team.admin.request("PATCH", "/api/v1/organization", { body: { settings: { framedOrigins: [crm.origin] } } });
  desk = await Workspace.signIn(browser, server, team.agent);
  closed = await takenChat("Cleo");
  await command(closed, "end");
  await command(closed, "close-session");
  wrappingUp = await takenChat("Willa");
  await command(wrappingUp, "end");
  waiting = await takenChat("Wendy");
  await command(waiting, "close-session");
  active = await takenChat("Ada");
  framed = await frameThe(crm.origin);
});
afterAll(async () => {
  await browser?.close();
  await crm?.close();
  await server?.stop();
});

const command = (chat: Chat, act: string) => team.api.post(`/api/v1/conversations/${chat.id}/${act}`);

async function takenChat(name: string): Promise<Chat> {
  const chat = await team.startChat({ widgetId: team.persistentChat, name, text: `Hello from ${name}` });
  await accept(team, chat);
  return chat;
}

/** Opens the page in a tab of the focused session, as a script of the workspace would. */
async function frameThe(url: string): Promise<Frame> {
  await answerOf(call(desk.page, "openConversation", active.id));
  await desk.page.evaluate((address) => window.Microsoft.Apm.createTab({ appContext: { url: address } }), url);
  const frame = await eventually(async () => desk.page.frames().find((each) => each.url().startsWith(url)));
  await frame.waitForFunction(() => "Microsoft" in window);
  return frame;
}

const places: [string, () => Where][] = [
  ["the workspace page", () => desk.page],
  ["a framed page of another origin", () => framed],
];

describe.each(places)("getConversations in %s", (_, place) => {
  const ask = (input: object, ...more: unknown[]) => rows(place(), { agentId: team.agent.id, ...input }, ...more);
  const ids = (found: Row[]) => found.map((row) => row.msdyn_ocliveworkitemid);
  const refused = (input: unknown) => failureOf(call(place(), "getConversations", input));

  it("is rejected without agentId", async () => {
    expect((await refused({ status: [3] })).errors?.[0]?.field).toBe("agentId");
    await refused({ agentId: "" });
    await refused({ agentId: "not-a-guid" });
  });

  it("rejects an unknown attribute by its name, with the nearest spelling", async () => {
    const { message } = await refused({ agentId: team.agent.id, attributes: ["msdyn_titel"] });
    expect(message).toContain("msdyn_titel");
    expect(message).toContain("msdyn_title");
  });

  it("always holds the five defaults, once each, also when they are asked for", async () => {
    const [bare] = await ask({ status: [3] });
    const [asked] = await ask({ status: [3], attributes: ["StatusCode", "createdon", "msdyn_lastsessionid"] });
    for (const row of [bare, asked]) {
      const named = Object.keys(row ?? {}).filter((key) => !key.includes("@") && !key.startsWith("_"));
      expect(named.sort()).toEqual(DEFAULTS);
    }
  });

  it("takes a status as number, numeric text and comma-separated text", async () => {
    expect(ids(await ask({ status: [3] }))).toEqual([waiting.id]);
    expect(ids(await ask({ status: ["3"] }))).toEqual([waiting.id]);
    expect(ids(await ask({ status: ["2,3"] })).sort()).toEqual([active.id, waiting.id].sort());
    expect(ids(await ask({ status: [5] }))).toEqual([wrappingUp.id]);
    expect(ids(await ask({ status: [4] }))).toEqual([closed.id]);
    expect((await ask({})).length).toBe(4);
    await refused({ agentId: team.agent.id, status: [9] });
  });

  it("sorts by several keys, newest first by default, the same each time", async () => {
    const newest = await ask({});
    expect(ids(newest)).toEqual([active, waiting, wrappingUp, closed].map(({ id }) => id));
    const oldest = await ask({ orderBy: [{ attributeName: "createdon", descending: false }] });
    expect(ids(oldest)).toEqual(ids(newest).reverse());
    const orderBy = [{ attributeName: "statuscode" }, { attributeName: "createdon", descending: true }];
    const byStatus = await ask({ orderBy });
    expect(byStatus.map(({ statuscode }) => statuscode)).toEqual([2, 3, 4, 5]);
    expect(ids(await ask({ orderBy }))).toEqual(ids(byStatus));
    await refused({ agentId: team.agent.id, orderBy: [{ attributeName: "nothing" }] });
  });

  it("takes createdBeforeDays as a window back from now", async () => {
    expect(await ask({ createdBeforeDays: 0 })).toEqual([]);
    expect((await ask({ createdBeforeDays: 1 })).length).toBe(4);
    expect((await ask({ createdBeforeDays: 30 })).length).toBe(4);
    await refused({ agentId: team.agent.id, createdBeforeDays: -1 });
    await refused({ agentId: team.agent.id, createdBeforeDays: 36_501 });
  });

  it("gives the same rows with and without a correlation id, and logs it", async () => {
    const id = `trace-${Math.random()}`;
    expect(await ask({}, id)).toEqual(await ask({}));
    await eventually(async () => server.log().includes(id));
  });

  it("takes its input as JSON text, and rejects what is none", async () => {
    const asText = await rows(place(), JSON.stringify({ agentId: team.agent.id, status: [3] }));
    expect(ids(asText)).toEqual([waiting.id]);
    await refused("{agentId:");
  });

  it("gives labels and lookups beside what was asked for", async () => {
    const attributes = ["msdyn_title", "msdyn_channel", "msdyn_activeagentid"];
    const [row] = await ask({ status: [2], attributes });
    expect(row?.["statuscode@OData.Community.Display.V1.FormattedValue"]).toBe("Active");
    expect(row?.msdyn_activeagentid).toBe(team.agent.id);
    expect(row?._msdyn_activeagentid_value).toBe(team.agent.id);
    expect(row).toHaveProperty("msdyn_title");
  });

  it("refuses an agent who asks for another's", async () => {
    await refused({ agentId: server.users[0]?.id });
  });
});

describe.each(places)("the other methods in %s", (_, place) => {
  const link = (entity: string, id: string, chat = active) => call(place(), "linkToConversation", entity, id, chat.id);
  const create = async (path: string, body: object) => (await team.api.post<{ id: string }>(path, body)).id;

  it("know the focused conversation, and open another", async () => {
    await answerOf(call(place(), "openConversation", wrappingUp.id));
    expect(await answerOf(call(place(), "getConversationId"))).toBe(wrappingUp.id);
    await answerOf(call(place(), "openConversation", active.id));
    expect(await answerOf(call(place(), "getConversationId"))).toBe(active.id);
  });

  it("link a contact, replace it by an account, link a case, and unlink", async () => {
    const contact = await create("/api/v1/contacts", { name: "Ada Lovelace" });
    const account = await create("/api/v1/accounts", { name: "Analytical Engines" });
    const incident = await create("/api/v1/cases", { title: "Wheel stuck" });
    await answerOf(link("contact", contact));
    expect((await team.find(active.id)).customer).toEqual({ kind: "contact", id: contact });
    await answerOf(link("account", account));
    expect((await team.find(active.id)).customer).toEqual({ kind: "account", id: account });
    await answerOf(link("incident", incident));
    expect((await team.find(active.id)).caseId).toBe(incident);
    await answerOf(call(place(), "unlinkFromConversation", "account", account));
    await answerOf(call(place(), "unlinkFromConversation", "incident", incident));
    expect(await team.find(active.id)).toMatchObject({ customer: null, caseId: null });
  });

  it("link active conversations alone, and records that there are", async () => {
    const contact = await create("/api/v1/contacts", { name: "Ada Lovelace" });
    await failureOf(link("contact", contact, waiting));
    await failureOf(link("contact", contact, closed));
    await failureOf(link("contact", crypto.randomUUID()));
    await failureOf(link("lead", contact));
  });

  it("put a message into the send box by default, and send it when told", async () => {
    const before = (await active.messages()).length;
    const text = `Draft ${Math.random()}`;
    await answerOf(call(place(), "sendMessageToConversation", text));
    await desk.page.waitForFunction(
      (words) => [...document.querySelectorAll("textarea")].some((field) => field.value.includes(words)),
      text,
    );
    expect((await active.messages()).length).toBe(before);
    await answerOf(call(place(), "sendMessageToConversation", "Sent by a script", false, active.id));
    expect((await active.messages()).at(-1)).toMatchObject({ from: "agent", text: "Sent by a script" });
  });

  it("send nothing in a conversation that is not assigned to the agent", async () => {
    const others = await othersChat;
    await failureOf(call(place(), "sendMessageToConversation", "Hello", false, others.id));
    await failureOf(call(place(), "sendMessageToConversation", "Hello", true, others.id));
    await failureOf(call(place(), "sendMessageToConversation", "Hello", false, closed.id));
    expect((await others.messages()).map(({ from }) => from)).not.toContain("agent");
  });

  it("read sessions, tabs and context, and hear of a switch and of a close", async () => {
    const heard = place().evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const events: unknown[] = [];
          for (const name of ["ON_SESSION_SWITCH", "ON_SESSION_CLOSED"] as const) {
            const channel = new BroadcastChannel(window.Microsoft.Apm.getEventPublisherTopic(name));
            channel.onmessage = ({ data }) => {
              events.push([name, data]);
              if (events.length === 3) resolve(events);
            };
          }
        }),
    );
    const made = await place().evaluate(async () => {
      const { Apm } = window.Microsoft;
      const before = Apm.getFocusedSession().sessionId;
      const id = await Apm.createSession({ templateName: "Script", sessionContext: { topic: "billing" } });
      return { before, id };
    });
    await place().waitForFunction((id) => window.Microsoft.Apm.getFocusedSession().sessionId === id, made.id);
    const seen = await place().evaluate(async () => {
      const { Apm } = window.Microsoft;
      const session = Apm.getFocusedSession();
      const context = await session.getContext();
      await session.updateContext({ topic: "returns" });
      await session.close();
      return { topic: context.get("topic"), isDefault: session.isDefault, home: Apm.getAllSessions()[0] };
    });
    expect(seen).toMatchObject({ topic: "billing", isDefault: false });
    const events = await heard;
    const toIt = { previousSessionId: made.before, newSessionId: made.id };
    expect(events).toContainEqual(["ON_SESSION_SWITCH", toIt]);
    expect(events).toContainEqual(["ON_SESSION_CLOSED", { sessionId: made.id }]);
    await answerOf(call(place(), "openConversation", active.id));
  });
});

/** Of an agent in another team. */
let othersChat: Promise<Chat>;
beforeAll(async () => {
  const queue = await team.admin.post<{ id: string }>("/api/v1/queues", { name: "Others" });
  const kind = { name: "Others", channel: "live_chat", mode: "persistent_chat", fallbackQueueId: queue.id };
  const workstream = await team.admin.post<{ id: string }>("/api/v1/workstreams", kind);
  const looks = { name: "Others", title: "Others", workstreamId: workstream.id };
  const widget = await team.admin.post<{ id: string }>("/api/v1/widgets", looks);
  othersChat = team.startChat({ widgetId: widget.id, name: "Otto", text: "For somebody else" });
});

describe("the documented example", () => {
  it("runs as printed, for this agent", async () => {
    const logged = desk.page.waitForEvent("console", (message) => message.text().startsWith("result is as:"));
    await runScript(desk.page, EXAMPLE.replace(EXAMPLE_AGENT, team.agent.id));
    const [, printed] = (await logged).args();
    const result: Microsoft.Omnichannel.GetConversationsResult = await printed?.jsonValue();
    expect(result.status).toBe(true);
    const found = result.result;
    expect(found.values.map((row) => [row.msdyn_ocliveworkitemid, row.statuscode])).toEqual([[waiting.id, 3]]);
    expect(found.values[0]).toHaveProperty("msdyn_title");
    expect(found.values[0]).toHaveProperty("msdyn_channel");
  });
});

describe("a supervisor's page", () => {
  it("lists anyone's, within the days asked for to the millisecond", async () => {
    const who = { name: "Sue Visor", email: "sue@team.example", role: "supervisor" as const };
    const supervisor = await Workspace.signIn(browser, server, await makeAgent(team.admin, who));
    const counts: [number, number][] = [];
    for (const { id } of server.users) {
      const all = await rows(supervisor.page, { agentId: id });
      for (const days of [0, 1, 30]) {
        const from = Date.now() - days * DAY_MS;
        const within = await rows(supervisor.page, { agentId: id, createdBeforeDays: days });
        // A minute of grace for what is born or leaves the window meanwhile.
        const surely = all.filter((row) => Date.parse(row.createdon) > from + 60_000).length;
        const perhaps = all.filter((row) => Date.parse(row.createdon) > from - 60_000).length;
        expect(within.length).toBeGreaterThanOrEqual(surely);
        expect(within.length).toBeLessThanOrEqual(perhaps);
        counts.push([days, within.length]);
      }
    }
    expect(counts.some(([days, count]) => days === 30 && count > 0)).toBe(true);
    await supervisor.page.context().close();
  });
});

describe("pages that may not call", () => {
  it("are told why when their origin is not on the list, wherever they are framed", async () => {
    const stranger = await serveSdkPage(server.url);
    const host = await serveSdkPage(server.url, [stranger.origin]);
    const settings = { framedOrigins: [crm.origin, host.origin] };
    await team.admin.request("PATCH", "/api/v1/organization", { body: { settings } });
    await desk.page.reload();
    await desk.page.waitForFunction(() => "Microsoft" in window);
    await frameThe(host.origin);
    const inner = await eventually(async () =>
      desk.page.frames().find((each) => each.url().startsWith(stranger.origin)),
    );
    await inner.waitForFunction(() => "Microsoft" in window);
    const { code, message } = await failureOf(call(inner, "getConversations", { agentId: team.agent.id }));
    expect(code).toBe("origin_not_allowed");
    expect(message).toContain(stranger.origin);
    await Promise.all([stranger.close(), host.close()]);
  });

  it("cannot be opened in a tab", async () => {
    const outcome = await desk.page.evaluate(async () => {
      const input = { appContext: { url: "https://elsewhere.example/" } };
      const reason = await window.Microsoft.Apm.createTab(input).catch((failure) => failure);
      return (reason as Microsoft.Omnichannel.Failure).error?.code;
    });
    expect(outcome).toBe("origin_not_allowed");
  });
});
