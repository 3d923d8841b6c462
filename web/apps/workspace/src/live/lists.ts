/**
 * Lists of conversations, and what one changed conversation does to them. Pure: knows no server, cache or clock.
 */
import { type Conversation, type ConversationView, isOffered } from "../model";

export interface ConversationList {
  items: Conversation[];
  nextCursor: string | null;
  /** The journal's number that the list was read at. */
  sequence: number;
  /** For conversations that changed since: the number of the change. */
  changedAt: Record<string, number>;
}

/** Whose list it is: decides what belongs into it. */
export interface Viewer {
  agentId: string;
  /** The queues they serve. */
  queueIds: ReadonlySet<string>;
  /** Conversations in which they take part beside their agent, as far as the server has told. */
  visits: ReadonlySet<string>;
  /** Supervisors see what waits in all of them. */
  seesEveryQueue: boolean;
  /** Midnight in UTC, as ISO 8601: closed conversations are shown from here on. */
  dayStart: string;
}

const ongoingStatuses: ReadonlySet<string> = new Set(["active", "waiting", "wrap_up", "open"]);

export function belongs(view: ConversationView, conversation: Conversation, viewer: Viewer): boolean {
  switch (view) {
    case "mine":
      return (
        conversation.listAgentId === viewer.agentId &&
        conversation.status !== "closed" &&
        conversation.status !== "open" &&
        !isOffered(conversation)
      );
    case "open":
      return (
        conversation.status === "open" &&
        conversation.queueId !== null &&
        (viewer.seesEveryQueue || viewer.queueIds.has(conversation.queueId))
      );
    case "visiting":
      return viewer.visits.has(conversation.id) && conversation.status !== "closed";
    case "closed":
      return (
        conversation.status === "closed" &&
        conversation.listAgentId === viewer.agentId &&
        (conversation.closedAt ?? "") >= viewer.dayStart
      );
    case "ongoing":
      return ongoingStatuses.has(conversation.status);
  }
}

/** The list after a conversation changed at `sequence`. The same object when nothing differs. */
export function applyConversation(
  list: ConversationList,
  view: ConversationView,
  conversation: Conversation,
  sequence: number,
  viewer: Viewer,
): ConversationList {
  const known = list.changedAt[conversation.id] ?? list.sequence;
  if (sequence <= known) return list;
  const at = list.items.findIndex((item) => item.id === conversation.id);
  const changedAt = { ...list.changedAt, [conversation.id]: sequence };
  if (!belongs(view, conversation, viewer)) {
    return at < 0 ? { ...list, changedAt } : { ...list, changedAt, items: list.items.toSpliced(at, 1) };
  }
  const items = at < 0 ? [...list.items, conversation] : list.items.with(at, conversation);
  return { ...list, changedAt, items };
}

/** The list after one of its conversations changed in itself; where it belongs stays the same. */
export function editConversation(
  list: ConversationList,
  conversationId: string,
  sequence: number,
  edit: (conversation: Conversation) => Conversation,
): ConversationList {
  if (sequence <= (list.changedAt[conversationId] ?? list.sequence)) return list;
  const at = list.items.findIndex((item) => item.id === conversationId);
  const item = list.items[at];
  if (!item) return list;
  const changedAt = { ...list.changedAt, [conversationId]: sequence };
  return { ...list, changedAt, items: list.items.with(at, edit(item)) };
}

/** One more page behind what is there; what changed meanwhile stays as the events left it. */
export function appendPage(
  list: ConversationList,
  page: { items: Conversation[]; nextCursor?: string | null | undefined },
): ConversationList {
  const known = new Set(list.items.map((item) => item.id));
  const fresh = page.items.filter((item) => !known.has(item.id) && list.changedAt[item.id] === undefined);
  return { ...list, items: [...list.items, ...fresh], nextCursor: page.nextCursor ?? null };
}

const statusRank: Record<Conversation["status"], number> = { active: 0, wrap_up: 1, open: 2, waiting: 3, closed: 4 };
const priorityRank: Record<Conversation["priority"], number> = { high: 0, normal: 1, low: 2 };

/** What is owed first comes first; the order is total, so that equal rows never swap. */
export function compareInView(view: ConversationView) {
  return (a: Conversation, b: Conversation): number => {
    switch (view) {
      case "open":
        return (
          priorityRank[a.priority] - priorityRank[b.priority] ||
          compareTimes(a.queuedAt, b.queuedAt) ||
          compareText(a.id, b.id)
        );
      case "closed":
        return compareTimes(b.closedAt, a.closedAt) || compareText(a.id, b.id);
      default:
        return (
          statusRank[a.status] - statusRank[b.status] ||
          compareTimes(a.customerWaitingSince, b.customerWaitingSince) ||
          compareTimes(lastActivity(b), lastActivity(a)) ||
          compareText(a.id, b.id)
        );
    }
  };
}

export function sortForView(view: ConversationView, items: readonly Conversation[]): Conversation[] {
  return items.toSorted(compareInView(view));
}

export interface HeldOrder {
  rows: Conversation[];
  /** Conversations that belong into the list but are not shown yet, so that nothing moves. */
  arrived: number;
}

/** The rows in the order they were last shown, with fresh contents; what is gone leaves, what is new waits. */
export function holdOrder(shown: readonly string[], sorted: readonly Conversation[]): HeldOrder {
  const byId = new Map(sorted.map((item) => [item.id, item]));
  const rows = shown.flatMap((id) => byId.get(id) ?? []);
  return { rows, arrived: sorted.length - rows.length };
}

/** When something last happened that a person would call activity. */
export function lastActivity(conversation: Conversation): string {
  return conversation.lastMessage?.sentAt ?? conversation.createdAt;
}

/** Absent times come last. */
function compareTimes(a: string | null | undefined, b: string | null | undefined): number {
  if (a === b || (!a && !b)) return 0;
  if (!a) return 1;
  if (!b) return -1;
  return a < b ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
