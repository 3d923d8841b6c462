import { aConversation, aMessage, anAgentStatus, guid, ids, minutesBefore, noon, settled } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import { addConversation, api, testDesk, type World } from "../../test/testDesk";
import { keys } from "../app/keys";
import { detailQuery, listQuery, messagesQuery } from "../app/queries";
import type { AgentItem, ConversationDetail, Me } from "../model";
import type { ConversationList } from "./lists";
import type { MessageWindow } from "./messages";
import { createUpdates } from "./updates";

async function live(world: World = {}) {
  const { desk, server } = testDesk(world);
  await desk.cache.fetchQuery(listQuery(desk, "mine"));
  const updates = createUpdates(desk);
  const mine = () => desk.cache.getQueryData<ConversationList>(keys.list("mine"))?.items ?? [];
  const window = () => desk.cache.getQueryData<MessageWindow>(keys.messages(guid("conv", 1)));
  return { desk, server, updates, mine, window };
}

const offered = aConversation({ statusReason: "awaiting_agent_acceptance", accepted: false });
const offer = { conversationId: offered.id, sessionId: guid("sess", 1), agentId: ids.me };
const expiresAt = minutesBefore(-2);

describe("events of the live stream", () => {
  it("a conversation that is assigned appears in My, one that closes leaves it", async () => {
    const { updates, mine } = await live();
    updates.event({ kind: "conversation_changed", conversation: aConversation() }, 11);
    expect(mine()).toHaveLength(1);
    updates.event({ kind: "conversation_changed", conversation: aConversation({ status: "closed" }) }, 12);
    expect(mine()).toHaveLength(0);
  });

  it("a list that was read before an event and arrives after it is brought up to date", async () => {
    const { desk, updates, mine } = await live({ lists: { mine: [aConversation({ title: "old" })] } });
    updates.event({ kind: "conversation_changed", conversation: aConversation({ title: "new" }) }, 11);
    await desk.cache.fetchQuery({ ...listQuery(desk, "mine"), staleTime: 0 });
    expect(mine()[0]?.title).toBe("new");
  });

  it("a message joins the window, and its sender stops typing", async () => {
    const conversation = aConversation({ lastMessageNumber: 1 });
    const world = { lists: { mine: [conversation] }, messages: { [conversation.id]: [aMessage(1)] } };
    const { desk, updates, window } = await live(world);
    await desk.cache.fetchQuery(messagesQuery(desk, conversation.id));
    desk.fleeting.typing(conversation.id, { from: "customer", name: "Grace" }, desk.now());
    updates.event({ kind: "message_added", message: aMessage(2) }, 11);
    expect(window()?.items.map((message) => message.number)).toEqual([1, 2]);
    expect(desk.fleeting.store.getState().typing).toEqual({});
  });

  it("a number that skips some fetches what was missed", async () => {
    const conversation = aConversation({ lastMessageNumber: 1 });
    const world = { lists: { mine: [conversation] }, messages: { [conversation.id]: [aMessage(1)] } };
    const { desk, server, updates, window } = await live(world);
    await desk.cache.fetchQuery(messagesQuery(desk, conversation.id));
    const missed = { items: [aMessage(2), aMessage(3), aMessage(4)], more: false };
    server.on(`GET ${api}/conversations/${conversation.id}/messages?after=1&limit=200`, missed);
    updates.event({ kind: "message_added", message: aMessage(4) }, 11);
    await settled();
    expect(window()?.items.map((message) => message.number)).toEqual([1, 2, 3, 4]);
  });

  it("my own message in the stream ends its wait in the outbox", async () => {
    const { desk, server, updates } = await live();
    server.once(`POST ${api}/conversations/${guid("conv", 1)}/messages`, "unreachable");
    await desk.outbox.send(guid("conv", 1), "Hello", "public");
    const [pending] = desk.outbox.store.getState().pending;
    const sender = { kind: "agent", agentId: ids.me, name: "Ada" } as const;
    const message = aMessage(2, { sender, clientMessageId: pending?.clientMessageId ?? "" });
    updates.event({ kind: "message_added", message }, 11);
    expect(desk.outbox.store.getState().pending).toEqual([]);
  });

  it("marks move forward in lists and in the open conversation alike", async () => {
    const conversation = aConversation({ unread: 2, lastMessageNumber: 5 });
    const { desk, updates, mine } = await live({ lists: { mine: [conversation] } });
    await desk.cache.fetchQuery(detailQuery(desk, conversation.id));
    const marks = { customerDelivered: 4, customerRead: 3, agentDelivered: 5, agentRead: 5 };
    updates.event({ kind: "marks_moved", conversationId: conversation.id, marks }, 11);
    const detail = desk.cache.getQueryData<ConversationDetail>(keys.detail(conversation.id));
    expect([mine()[0]?.unread, detail?.conversation.marks]).toEqual([0, marks]);
  });

  it("a change of agent, status or customer fetches what only the server knows along with it", async () => {
    const conversation = aConversation();
    const { desk, server, updates } = await live({ lists: { mine: [conversation] } });
    await desk.cache.fetchQuery(detailQuery(desk, conversation.id));
    updates.event({ kind: "conversation_changed", conversation: aConversation({ status: "wrap_up" }) }, 11);
    expect(server.asked(`GET ${api}/conversations/${conversation.id}`)).toHaveLength(2);
  });

  it("one's own presence and a colleague's change where they are shown", async () => {
    const { desk, updates } = await live();
    desk.cache.setQueryData<AgentItem[]>(keys.agents, []);
    updates.event({ kind: "agent_status_changed", status: anAgentStatus({ base: "busy" }) }, 11);
    expect(desk.cache.getQueryData<Me>(keys.me)?.status?.base).toBe("busy");
  });

  it("a conversation of a workstream without offers opens by itself, behind what is focused", async () => {
    const { desk, updates } = await live();
    const [workstream] = desk.cache.getQueryData<object[]>(keys.workstreams) ?? [];
    desk.cache.setQueryData(keys.workstreams, [{ ...workstream, notification: "open_session" }]);
    desk.sessions.openConversation(guid("conv", 9));
    updates.event({ kind: "conversation_changed", conversation: aConversation() }, 11);
    expect(desk.sessions.ofConversation(guid("conv", 1))).toBeDefined();
    expect(desk.sessions.focused().conversationId).toBe(guid("conv", 9));
  });
});

describe("offers", () => {
  it("appear for me alone", async () => {
    const { desk, updates } = await live();
    updates.event({ kind: "offer_made", ...offer, agentId: ids.colleague, expiresAt }, 11);
    expect(desk.offers.store.getState().offers).toEqual([]);
    updates.event({ kind: "offer_made", ...offer, expiresAt }, 12);
    expect(desk.offers.store.getState().offers).toHaveLength(1);
  });

  it.each(["timed_out", "withdrawn", "accepted", "rejected"] as const)("go when %s", async (end) => {
    const { desk, updates } = await live();
    updates.event({ kind: "offer_made", ...offer, expiresAt }, 11);
    updates.event({ kind: "offer_ended", ...offer, end }, 12);
    expect(desk.offers.store.getState().offers).toEqual([]);
    expect(desk.notices.store.getState().notices).toHaveLength(end === "timed_out" || end === "withdrawn" ? 1 : 0);
  });

  it("go in this window when another window of mine accepted", async () => {
    const { desk, updates, mine } = await live();
    updates.event({ kind: "conversation_changed", conversation: offered }, 11);
    updates.event({ kind: "offer_made", ...offer, expiresAt }, 12);
    expect(mine()).toEqual([]);
    updates.event({ kind: "conversation_changed", conversation: aConversation() }, 13);
    expect(desk.offers.store.getState().offers).toEqual([]);
    expect(mine()).toHaveLength(1);
  });

  it("that were made before the page was opened are found with the list", async () => {
    const session = {
      id: offer.sessionId,
      status: "open" as const,
      createdAt: noon,
      queueId: ids.queue,
      agentId: ids.me,
      offerExpiresAt: expiresAt,
      agentAcceptedAt: null,
      closedAt: null,
      closureReason: null,
    };
    const { desk, mine } = await live({ lists: { mine: [offered] }, sessions: [session] });
    await settled();
    expect(desk.offers.ofConversation(offered.id)).toMatchObject({ sessionId: offer.sessionId, expiresAt });
    expect(mine()).toEqual([]);
  });
});

describe("after too much was missed", () => {
  it("lists are asked for again and message windows from where they end", async () => {
    const conversation = aConversation({ lastMessageNumber: 1 });
    const world = { lists: { mine: [conversation] }, messages: { [conversation.id]: [aMessage(1)] } };
    const { desk, server, updates, window } = await live(world);
    await desk.cache.fetchQuery(messagesQuery(desk, conversation.id));
    addConversation(server, aConversation({ lastMessageNumber: 2 }));
    const missed = { items: [aMessage(2)], more: false };
    server.on(`GET ${api}/conversations/${conversation.id}/messages?after=1&limit=200`, missed);
    updates.reset();
    await settled();
    expect(window()?.items).toHaveLength(2);
    expect(desk.cache.getQueryState(keys.list("mine"))?.isInvalidated).toBe(true);
    expect(desk.cache.getQueryState(keys.messages(conversation.id))?.isInvalidated).toBe(false);
  });
});
