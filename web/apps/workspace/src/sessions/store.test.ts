import { describe, expect, it } from "vitest";
import { createSessions, homeSessionId, mainTabIdOf, sessionIdOf } from "./store";

function opened(...conversationIds: string[]) {
  const sessions = createSessions();
  for (const id of conversationIds) sessions.openConversation(id);
  return sessions;
}

const focusedId = (sessions: ReturnType<typeof createSessions>) => sessions.store.getState().focusedId;

describe("sessions", () => {
  it("start with home, which cannot be closed", () => {
    const sessions = opened();
    expect(sessions.focused().id).toBe(homeSessionId);
    expect(sessions.close(homeSessionId)).toBe(false);
  });

  it("a conversation has one session however often it is opened", () => {
    const sessions = opened("a", "b", "a");
    expect(sessions.openCount()).toBe(2);
    expect(sessions.focused().conversationId).toBe("a");
  });

  it("closing the focused one focuses its neighbour, closing another moves nothing", () => {
    const sessions = opened("a", "b", "c");
    sessions.focus(sessionIdOf("b"));
    sessions.close(sessionIdOf("a"));
    expect(focusedId(sessions)).toBe(sessionIdOf("b"));
    sessions.close(sessionIdOf("b"));
    expect(focusedId(sessions)).toBe(sessionIdOf("c"));
    sessions.close(sessionIdOf("c"));
    expect(focusedId(sessions)).toBe(homeSessionId);
  });

  it("a call for attention ends when the session is focused", () => {
    const sessions = opened("a", "b");
    sessions.call(sessionIdOf("a"));
    expect(sessions.ofConversation("a")?.calls).toBe(true);
    sessions.focus(sessionIdOf("a"));
    expect(sessions.ofConversation("a")?.calls).toBe(false);
  });

  it("keep context apart", () => {
    const sessions = opened("a", "b");
    sessions.updateContext(sessionIdOf("a"), { order: 1 });
    sessions.updateContext(sessionIdOf("a"), { colour: "red" });
    expect(sessions.ofConversation("a")?.context).toEqual({ order: 1, colour: "red" });
    expect(sessions.ofConversation("b")?.context).toEqual({});
  });
});

describe("tabs", () => {
  const page = { id: "tab-1", title: "Orders", url: "https://crm.example/orders" };

  it("a page opens beside the conversation, is loaded anew when told, and leaves the conversation focused", () => {
    const sessions = opened("a");
    const id = sessionIdOf("a");
    sessions.addTab(id, page);
    expect(sessions.find(id)?.focusedTabId).toBe("tab-1");
    sessions.reloadTab(id, "tab-1");
    expect(sessions.find(id)?.tabs[1]?.reloads).toBe(1);
    sessions.closeTab(id, "tab-1");
    expect(sessions.find(id)?.focusedTabId).toBe(mainTabIdOf(id));
  });

  it("the conversation's own tab cannot be closed, and unknown tabs do nothing", () => {
    const sessions = opened("a");
    const id = sessionIdOf("a");
    expect(sessions.closeTab(id, mainTabIdOf(id))).toBe(false);
    expect(sessions.focusTab(id, "no-such-tab")).toBe(false);
    expect(sessions.reloadTab(id, "no-such-tab")).toBe(false);
  });
});
