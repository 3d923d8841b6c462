// The visitor's view of what was said: messages of the server by number, then what is still on its way. Pure functions;
// knows nothing of how messages travel.

import type { ReadMarks, VisitorMessage } from "@frontdesk/api";
import type { Outgoing, SentFile } from "../files/load.ts";

export type Delivery = "queued" | "sent" | "delivered" | "read" | "failed";

export interface Entry {
  /** Stays the same from typing to reading, so that nothing jumps on screen. */
  key: string;
  from: VisitorMessage["from"];
  name: string;
  text: string;
  event?: NonNullable<VisitorMessage["event"]>;
  /** None until the server has it. */
  number?: number;
  sentAt?: string;
  /** Set while it is not sent: what became of it. */
  unsent?: "queued" | "failed";
  /** Why it failed, for people. */
  reason?: string;
  files?: readonly SentFile[] | undefined;
  /** Until they are sent. */
  outgoing?: Outgoing | undefined;
}

export const NO_MARKS: ReadMarks = { customerDelivered: 0, customerRead: 0, agentDelivered: 0, agentRead: 0 };

export function addQueued(
  entries: readonly Entry[],
  clientMessageId: string,
  text: string,
  outgoing?: Outgoing,
): Entry[] {
  return [
    ...entries,
    { key: clientMessageId, from: "customer", name: "", text, outgoing, files: outgoing?.shown, unsent: "queued" },
  ];
}

export function markUnsent(
  entries: readonly Entry[],
  clientMessageId: string,
  unsent: "queued" | "failed",
  reason?: string,
): Entry[] {
  return entries.map((entry) => {
    if (entry.key !== clientMessageId || entry.number !== undefined) return entry;
    const { reason: _, ...rest } = entry;
    return { ...rest, unsent, ...(reason !== undefined && { reason }) };
  });
}

/** The server's answer to our own message; its echo on the stream may have been faster. */
export function acknowledge(entries: readonly Entry[], clientMessageId: string, number: number, sentAt: string) {
  const echoed = entries.some((entry) => entry.number === number);
  const pending = entries.find((entry) => entry.key === clientMessageId);
  if (echoed || !pending) return entries;
  return inOrder([...without(entries, clientMessageId), sent(pending, number, sentAt)]);
}

/** A message of the server; one that is there already changes nothing. */
export function receive(entries: readonly Entry[], message: VisitorMessage): readonly Entry[] {
  if (entries.some((entry) => entry.number === message.number)) return entries;
  const own = message.clientMessageId ?? undefined;
  const pending = own === undefined ? undefined : entries.find((entry) => entry.key === own);
  if (pending) {
    return inOrder([...without(entries, pending.key), sent(pending, message.number, message.sentAt)]);
  }
  const { number, from, name, text, sentAt, event, attachments } = message;
  const entry: Entry = {
    key: own ?? `n${number}`,
    number,
    from,
    name: name ?? "",
    text,
    files: attachments,
    sentAt,
    ...(event && { event }),
  };
  return inOrder([...entries, entry]);
}

/** The highest number up to which nothing is missing: where a broken stream resumes. */
export function lastNumber(entries: readonly Entry[]): number {
  let last = 0;
  for (const { number } of entries) if (number === last + 1) last = number;
  return last;
}

export function deliveryOf(entry: Entry, marks: ReadMarks): Delivery {
  if (entry.unsent) return entry.unsent;
  const number = entry.number ?? 0;
  if (marks.agentRead >= number) return "read";
  return marks.agentDelivered >= number ? "delivered" : "sent";
}

export function countUnread(entries: readonly Entry[], readUpTo: number): number {
  return entries.filter(({ from, number }) => from === "agent" && (number ?? 0) > readUpTo).length;
}

function sent({ key, from, name, text, files }: Entry, number: number, sentAt: string): Entry {
  return { key, from, name, text, files, number, sentAt };
}

function without(entries: readonly Entry[], key: string): Entry[] {
  return entries.filter((entry) => entry.key !== key);
}

/** By number; what has none yet stays last, in the order it was written. */
function inOrder(entries: Entry[]): Entry[] {
  const place = ({ number }: Entry) => number ?? Number.POSITIVE_INFINITY;
  return entries.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
