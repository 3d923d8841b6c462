/**
 * What each event of the live stream changes in what we hold. The one place where events meet caches and stores; knows
 * no socket and no screen.
 */
import type { Desk } from "../app/desk";
import { keys } from "../app/keys";
import { wasAsked } from "../guests/guests";
import type {
  Agent,
  AgentItem,
  AgentStatus,
  Conversation,
  ConversationDetail,
  ConversationView,
  LiveEvent,
  Me,
  NotificationTemplate,
  Participant,
  Workstream,
} from "../model";
import { isInHand, isOffered } from "../model";
import { sessionIdOf } from "../sessions/store";
import { mayOpenByItself } from "../templates/choose";
import { texts } from "../texts";
import { applyToDetail, applyToList, type Change, conversationOf } from "./changes";
import type { ConversationList } from "./lists";
import { addMessage, appendMessages, type MessageWindow } from "./messages";

export const views: readonly ConversationView[] = ["mine", "open", "visiting", "closed", "ongoing"];

export function createUpdates(desk: Desk) {
  const { cache } = desk;

  function apply(change: Change, sequence: number): void {
    desk.recent.note(change, sequence);
    const viewer = desk.viewer();
    for (const view of views) {
      cache.setQueryData<ConversationList>(
        keys.list(view),
        (list) => list && applyToList(list, view, change, sequence, viewer),
      );
    }
    cache.setQueryData<ConversationDetail>(
      keys.detail(conversationOf(change)),
      (detail) => detail && applyToDetail(detail, change, sequence),
    );
  }

  function conversationChanged(event: Extract<Change, { kind: "conversation_changed" }>, sequence: number): void {
    const { conversation } = event;
    const before = desk.conversation(conversation.id);
    apply(event, sequence);
    if (before && hasMoved(before, conversation)) {
      // At once, shown or not: the next event of it would take the mark that it is out of date away again.
      void cache.invalidateQueries({ queryKey: keys.detail(conversation.id), refetchType: "all" });
      void cache.invalidateQueries({ queryKey: keys.routing(conversation.id) });
    }
    if (!isOffered(conversation) || conversation.activeAgentId !== desk.me.id) desk.offers.endedFor(conversation.id);
    openIfAutoAccepted(before, conversation);
    void catchUp(conversation);
  }

  /** Work may open by itself: at once without an offer, or when the countdown of one has passed. */
  function openIfAutoAccepted(before: Conversation | undefined, conversation: Conversation): void {
    if (!isInHand(conversation, desk.me.id) || (before && isInHand(before, desk.me.id))) return;
    const workstreams = cache.getQueryData<Workstream[]>(keys.workstreams);
    const workstream = workstreams?.find((known) => known.id === conversation.workstreamId);
    const templates = cache.getQueryData<NotificationTemplate[]>(keys.notificationTemplates);
    if (!mayOpenByItself(workstream, templates) || desk.sessions.ofConversation(conversation.id)) return;
    const focus = desk.sessions.focused().conversationId === null;
    desk.sessions.openConversation(conversation.id, { title: conversation.customerName, focus });
  }

  function messageAdded(event: Extract<Change, { kind: "message_added" }>, sequence: number): void {
    const { message } = event;
    apply(event, sequence);
    if (message.clientMessageId && message.sender.kind === "agent") desk.outbox.confirm(message.clientMessageId);
    desk.fleeting.stoppedTyping(message.conversationId);
    const key = keys.messages(message.conversationId);
    const window = cache.getQueryData<MessageWindow>(key);
    if (!window) return;
    const added = addMessage(window, message);
    if (added.kind === "added") cache.setQueryData(key, added.window);
    if (added.kind === "gap") void fetchAfter(message.conversationId, added.after);
  }

  /** The window may have been read before messages that the conversation already counts. */
  async function catchUp(conversation: Conversation): Promise<void> {
    const window = cache.getQueryData<MessageWindow>(keys.messages(conversation.id));
    const last = window?.items.at(-1)?.number;
    // One less: the message itself usually follows in the next event.
    if (last !== undefined && conversation.lastMessageNumber > last + 1) await fetchAfter(conversation.id, last);
  }

  const fetching = new Set<string>();
  async function fetchAfter(conversationId: string, after: number): Promise<void> {
    if (fetching.has(conversationId)) return;
    fetching.add(conversationId);
    try {
      let from = after;
      for (let more = true; more; ) {
        const page = await desk.server.messages(conversationId, { after: from }, 200);
        cache.setQueryData<MessageWindow>(
          keys.messages(conversationId),
          (window) => window && appendMessages(window, page.items),
        );
        const last = page.items.at(-1)?.number;
        more = page.more && last !== undefined;
        from = last ?? from;
      }
    } catch {
      // The next event or the next connection asks again.
    } finally {
      fetching.delete(conversationId);
    }
  }

  function participantChanged(event: Extract<Change, { kind: "participant_changed" }>, sequence: number): void {
    apply(event, sequence);
    const { conversationId, participant } = event;
    if (participant.agentId === desk.me.id) ownPartChanged(conversationId, participant);
    else if (participant.leftAt) tellOfGuestGone(desk, conversationId, participant);
  }

  function ownPartChanged(conversationId: string, own: Participant): void {
    void cache.invalidateQueries({ queryKey: keys.list("visiting"), refetchType: "all" });
    if (!own.leftAt || own.mode === "primary") return;
    const { notice } = texts.guests;
    const name = desk.conversation(conversationId)?.customerName || texts.common.unknown;
    if (wasAsked(own) && own.leftReason === "agent_timeout") desk.notices.info(notice.lapsed(name));
    else if (wasAsked(own) && own.leftReason === "conversation_closed" && !own.joinedAt) {
      desk.notices.info(notice.withdrawn(name));
    } else if (wasAsked(own) && !ownDecision.has(own.leftReason ?? "")) desk.notices.info(notice.ended(name));
    // Whoever was asked has no more to do there; supervisors go on reading what they came from.
    if (wasAsked(own)) desk.sessions.close(sessionIdOf(conversationId));
  }

  function offerMade(event: Extract<LiveEvent, { kind: "offer_made" }>): void {
    if (event.agentId !== desk.me.id) return;
    const workstreamId = desk.conversation(event.conversationId)?.workstreamId;
    const workstream = cache.getQueryData<Workstream[]>(keys.workstreams)?.find((known) => known.id === workstreamId);
    desk.offers.made(event, desk.now(), workstream?.offerTimeoutMs);
  }

  function offerEnded(event: Extract<LiveEvent, { kind: "offer_ended" }>): void {
    if (event.agentId !== desk.me.id || !desk.offers.find(event.sessionId)) return;
    desk.offers.ended(event.sessionId);
    const name = desk.conversation(event.conversationId)?.customerName ?? texts.common.unknown;
    if (event.end === "timed_out") desk.notices.info(texts.offers.missed(name));
    if (event.end === "withdrawn") desk.notices.info(texts.offers.withdrawn(name));
  }

  /** Told to me about a conversation of mine; supervisors hear of those to others too. */
  function agentNotified(event: Extract<LiveEvent, { kind: "agent_notified" }>): void {
    if (event.agentId !== desk.me.id) return;
    const { conversationId, customerName, byName, text } = event;
    const name = customerName || texts.common.unknown;
    desk.notices.about({ conversationId, name }, texts.supervision.notice.title(byName), text);
  }

  function agentStatusChanged(status: AgentStatus): void {
    if (status.agentId === desk.me.id) cache.setQueryData<Me>(keys.me, (me) => me && { ...me, status });
    cache.setQueryData<AgentItem[]>(keys.agents, (items) =>
      items?.map((item) => (item.agent.id === status.agentId ? { ...item, status } : item)),
    );
  }

  function agentChanged(agent: Agent): void {
    cache.setQueryData<AgentItem[]>(keys.agents, (items) => {
      if (!items) return items;
      const known = items.some((item) => item.agent.id === agent.id);
      if (!known) return [...items, { agent, status: null, assigned: 0 }];
      return items.map((item) => (item.agent.id === agent.id ? { ...item, agent } : item));
    });
  }

  function configurationChanged(noun: string, id: string): void {
    const invalidate = (queryKey: readonly unknown[]) => void cache.invalidateQueries({ queryKey });
    if (noun.startsWith("queue")) {
      invalidate(keys.queues);
      invalidate(keys.list("open"));
    } else if (noun.startsWith("workstream")) invalidate(keys.workstreams);
    else if (noun === "notification_template") invalidate(keys.notificationTemplates);
    else if (noun === "session_template") invalidate(keys.sessionTemplates);
    else if (noun === "quick_reply") invalidate(keys.allQuickReplies);
    else if (noun.startsWith("presence")) invalidate(keys.presences);
    else if (noun.startsWith("organization")) invalidate(keys.me);
    else {
      void cache.invalidateQueries({
        queryKey: keys.details,
        predicate: (query) => {
          const conversation = (query.state.data as ConversationDetail | undefined)?.conversation;
          return conversation?.customer?.id === id || conversation?.caseId === id;
        },
      });
    }
  }

  return {
    event(event: LiveEvent, sequence: number): void {
      switch (event.kind) {
        case "conversation_changed":
          return void conversationChanged(event, sequence);
        case "message_added":
          return void messageAdded(event, sequence);
        case "marks_moved":
          return void apply(event, sequence);
        case "participant_changed":
          return void participantChanged(event, sequence);
        case "agent_notified":
          return void agentNotified(event);
        case "offer_made":
          return void offerMade(event);
        case "offer_ended":
          return void offerEnded(event);
        case "agent_status_changed":
          return void agentStatusChanged(event.status);
        case "agent_changed":
          return void agentChanged(event.agent);
        case "configuration_changed":
          return void configurationChanged(event.noun, event.id);
      }
    },

    /** Too much was missed: everything is asked for again, the message windows from where they end. */
    reset(): void {
      void cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== keys.windows[0] });
      for (const [key, window] of cache.getQueriesData<MessageWindow>({ queryKey: keys.windows })) {
        const last = window?.items.at(-1)?.number;
        if (window && typeof key[1] === "string") void fetchAfter(key[1], last ?? 0);
      }
    },
  };
}

/** Reasons for which somebody leaves of their own accord. */
const ownDecision: ReadonlySet<string> = new Set(["agent_closed", "agent_reject"]);

/** To the agent who asked: their colleague is out, and perhaps never came. */
function tellOfGuestGone(desk: Desk, conversationId: string, guest: Participant): void {
  const conversation = desk.conversation(conversationId);
  if (conversation?.activeAgentId !== desk.me.id || !wasAsked(guest)) return;
  const agents = desk.cache.getQueryData<AgentItem[]>(keys.agents);
  const name = agents?.find(({ agent }) => agent.id === guest.agentId)?.agent.name ?? texts.guests.agentGone;
  const customer = conversation.customerName || texts.common.unknown;
  const { notice } = texts.guests;
  if (guest.leftReason === "agent_reject") desk.notices.info(notice.rejected(name, customer));
  if (guest.leftReason === "agent_timeout") desk.notices.info(notice.unanswered(name, customer));
  if (guest.leftReason === "agent_closed") desk.notices.info(notice.left(name, customer));
}

export type Updates = ReturnType<typeof createUpdates>;

/** What only the server can tell along with it has changed too: sessions, the linked customer, the case. */
function hasMoved(before: Conversation, after: Conversation): boolean {
  return (
    before.status !== after.status ||
    before.statusReason !== after.statusReason ||
    before.lastSessionId !== after.lastSessionId ||
    before.activeAgentId !== after.activeAgentId ||
    before.customer?.id !== after.customer?.id ||
    before.caseId !== after.caseId ||
    before.queueId !== after.queueId
  );
}
