import { FakeServer } from "@frontdesk/fakes";
import { beforeEach, describe, expect, it } from "vitest";
import { createApm } from "../src/apm.ts";
import { publishEvents, topicOf } from "../src/events.ts";
import { CHAT, FakeHost, failureOf, HOME, session } from "./fakes.ts";

let host: FakeHost;
let apm: Microsoft.Apm.Api;

beforeEach(() => {
  host = new FakeHost(new FakeServer());
  apm = createApm(host, "page");
});

describe("sessions", () => {
  it("are listed with the home session first, and the focused one is known", () => {
    expect(apm.getAllSessions()).toEqual(["home", "chat"]);
    expect(apm.getFocusedSession()).toMatchObject({
      sessionId: "chat",
      title: "Ada",
      isDefault: false,
      canClose: true,
    });
    expect(apm.getSession("home")).toMatchObject({ isDefault: true, canClose: false });
    expect(apm.getSession("nobody")).toBeUndefined();
  });

  it("that a script kept stay true when the workspace changes", () => {
    const chat = apm.getSession("chat");
    host.change({ sessions: [HOME, { ...CHAT, title: "Ada Lovelace" }] });
    expect(chat?.title).toBe("Ada Lovelace");
  });

  it("are created, focused and closed through the workspace", async () => {
    expect(await apm.createSession({ templateName: "case" })).toBe("new-session");
    await apm.getSession("chat")?.focus();
    await apm.requestFocusSession("chat");
    await apm.closeSession("chat");
    const names = host.calls.map(([name]) => name);
    expect(names).toEqual(["createSession", "focusSession", "requestFocusSession", "closeSession"]);
  });

  it("are not created beyond the limit", async () => {
    host.change({ sessionsMax: 1 });
    expect(apm.canCreateSession()).toBe(false);
    expect((await failureOf(apm.createSession())).code).toBe("too_many_sessions");
  });

  it("cannot be closed when they are home, nor used when they are gone", async () => {
    expect(
      (
        await failureOf(
          apm
            .getFocusedSession()
            .close()
            .then(() => apm.closeSession("home")),
        )
      ).code,
    ).toBe("cannot_close");
    expect((await failureOf(apm.focusSession("gone"))).code).toBe("unknown_session");
  });

  it("have a context that is read as it was and changed by updateContext", async () => {
    const context = await apm.getFocusedSession().getContext();
    expect(context.get("topic")).toBe("billing");
    expect(context.get("toString")).toBeUndefined();
    expect(context.parameters).toEqual({ topic: "billing" });
    await apm.getFocusedSession().updateContext({ topic: "returns" });
    expect(host.calls).toEqual([["updateContext", "chat", { topic: "returns" }]]);
  });
});

describe("tabs", () => {
  it("of the focused session are read from Apm, those of another from its session", () => {
    expect(apm.getAllTabs()).toEqual(["chat-tab"]);
    expect(apm.getFocusedTab()).toEqual({ tabId: "chat-tab", title: "Conversation", canClose: false });
    expect(apm.getSession("home")?.getAllTabs()).toEqual(["home-tab"]);
    expect(apm.getTab("other")).toBeUndefined();
  });

  it("are created, focused and refreshed through the workspace", async () => {
    expect(apm.canCreateTab()).toBe(true);
    expect(await apm.createTab({ appContext: { url: "https://crm.example" } })).toBe("new-tab");
    await apm.focusTab("chat-tab");
    await apm.refreshTab("chat-tab");
    const names = host.calls.map(([name]) => name);
    expect(names).toEqual(["createTab", "focusTab", "refreshTab"]);
  });

  it("cannot be closed when they may not, nor refreshed when they are unknown", async () => {
    expect((await failureOf(apm.closeTab("chat-tab"))).code).toBe("cannot_close");
    expect((await failureOf(apm.refreshTab("tab-id-3"))).code).toBe("unknown_tab");
  });
});

describe("events", () => {
  function published() {
    const heard: unknown[] = [];
    const stop = publishEvents(host, "page", (topic) => ({
      postMessage: (data) => heard.push([topic, data]),
      close: () => heard.push([topic, "closed"]),
    }));
    return { heard, stop };
  }

  it("tell of a switch and of a close, on the topics that scripts ask for", () => {
    const { heard } = published();
    host.change({ focusedSessionId: "home", sessions: [HOME] });
    expect(heard).toEqual([
      [apm.getEventPublisherTopic("ON_SESSION_CLOSED"), { sessionId: "chat" }],
      [apm.getEventPublisherTopic("ON_SESSION_SWITCH"), { previousSessionId: "chat", newSessionId: "home" }],
    ]);
  });

  it("are silent about other changes and after they are stopped", () => {
    const { heard, stop } = published();
    host.change({ sessions: [HOME, CHAT, session("third")] });
    expect(heard).toEqual([]);
    stop();
    host.change({ focusedSessionId: "home" });
    expect(heard.every((entry) => (entry as unknown[])[1] === "closed")).toBe(true);
  });

  it("of two pages of one browser do not mix", () => {
    expect(topicOf("ON_SESSION_SWITCH", "one")).not.toBe(topicOf("ON_SESSION_SWITCH", "two"));
  });
});
