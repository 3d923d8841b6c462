/** The messages of one conversation as far as they are loaded. Pure: knows no server, cache or clock. */
import type { Conversation, Message, ReadMarks } from "../model";

export interface MessageWindow {
  /** Ascending by number, without gaps. */
  items: Message[];
  /** There is more before the first one. */
  moreBefore: boolean;
}

export type Added = { kind: "same" } | { kind: "added"; window: MessageWindow } | { kind: "gap"; after: number };

/** A message came in. A number that skips one says that some were missed: fetch what follows `after`. */
export function addMessage(window: MessageWindow, message: Message): Added {
  const last = window.items.at(-1)?.number ?? (window.moreBefore ? Number.POSITIVE_INFINITY : 0);
  if (message.number <= last) return { kind: "same" };
  if (message.number > last + 1) return { kind: "gap", after: last };
  return { kind: "added", window: { ...window, items: [...window.items, message] } };
}

/** A page that follows what is there. Repeats are ignored; a page that does not fit on is refused. */
export function appendMessages(window: MessageWindow, page: readonly Message[]): MessageWindow {
  let current = window;
  for (const message of page) {
    const added = addMessage(current, message);
    if (added.kind === "gap") break;
    if (added.kind === "added") current = added.window;
  }
  return current;
}

export function prependMessages(window: MessageWindow, page: readonly Message[], more: boolean): MessageWindow {
  const first = window.items[0]?.number ?? Number.POSITIVE_INFINITY;
  const earlier = page.filter((message) => message.number < first);
  return { items: [...earlier, ...window.items], moreBefore: more };
}

export function isFromCustomer(message: Message): boolean {
  return message.sender.kind === "customer";
}

/** The first of the customer's messages that no agent has read; none when all are read. */
export function firstUnread(window: MessageWindow, agentRead: number): number | undefined {
  return window.items.find((message) => message.number > agentRead && isFromCustomer(message))?.number;
}

/** How far one of our public messages has come. */
export function deliveryOf(message: Message, marks: ReadMarks): "sent" | "delivered" | "read" {
  if (message.number <= marks.customerRead) return "read";
  if (message.number <= marks.customerDelivered) return "delivered";
  return "sent";
}

/** Marks only move forward. */
export function laterMarks(a: ReadMarks, b: ReadMarks): ReadMarks {
  return {
    customerDelivered: Math.max(a.customerDelivered, b.customerDelivered),
    customerRead: Math.max(a.customerRead, b.customerRead),
    agentDelivered: Math.max(a.agentDelivered, b.agentDelivered),
    agentRead: Math.max(a.agentRead, b.agentRead),
  };
}

/** The conversation with marks moved: no more can be unread than came after the agent's mark. */
export function withMarks(conversation: Conversation, marks: ReadMarks): Conversation {
  const later = laterMarks(conversation.marks, marks);
  const unread = Math.min(conversation.unread, Math.max(0, conversation.lastMessageNumber - later.agentRead));
  return { ...conversation, marks: later, unread };
}
