/**
 * Messages on their way to the server, each under its own key until the server has it. A repeat carries the same key,
 * so that nothing is said twice. One conversation's messages leave one after the other, in the order they were written.
 */
import { createStore } from "zustand/vanilla";
import type { Attachment, Visibility } from "../model";
import type { KeyValues } from "./drafts";

export interface Pending {
  clientMessageId: string;
  conversationId: string;
  text: string;
  visibility: Visibility;
  /** Absent in what earlier versions left behind. */
  attachments?: Attachment[];
  writtenAt: string;
  state: "queued" | "sending" | "failed";
  /** Why it failed, in words. */
  reason?: string;
}

/** What became of one attempt to send. */
export type Sent =
  | { kind: "stored" }
  /** The outcome is unknown or the server cannot be reached: the same again will do. */
  | { kind: "later" }
  | { kind: "refused"; reason: string };

export interface OutboxOptions {
  agentId: string;
  storage: KeyValues;
  send: (message: Pending) => Promise<Sent>;
  newId: () => string;
  now: () => number;
  /** Does it once a moment has passed: the server was busy, not gone. */
  later: (act: () => void) => void;
}

export function createOutbox(options: OutboxOptions) {
  const key = `frontdesk.outbox.${options.agentId}`;
  const store = createStore<{ pending: Pending[] }>(() => ({ pending: readPending(options.storage, key) }));
  const busy = new Set<string>();
  store.subscribe(({ pending }) => {
    try {
      if (pending.length === 0) options.storage.removeItem(key);
      else options.storage.setItem(key, JSON.stringify(pending));
    } catch {
      // Kept in memory then; only a reload would lose what is not sent.
    }
  });

  const update = (id: string, change: Partial<Pending>) =>
    store.setState((state) => ({
      pending: state.pending.map((message) => (message.clientMessageId === id ? { ...message, ...change } : message)),
    }));
  const remove = (id: string) =>
    store.setState((state) => ({ pending: state.pending.filter((message) => message.clientMessageId !== id) }));

  async function run(conversationId: string): Promise<void> {
    if (busy.has(conversationId)) return;
    busy.add(conversationId);
    try {
      for (;;) {
        const next = store
          .getState()
          .pending.find((message) => message.conversationId === conversationId && message.state !== "failed");
        if (!next) return;
        update(next.clientMessageId, { state: "sending" });
        const sent = await options.send(next);
        if (sent.kind === "stored") remove(next.clientMessageId);
        else if (sent.kind === "refused") update(next.clientMessageId, { state: "failed", reason: sent.reason });
        else {
          update(next.clientMessageId, { state: "queued" });
          options.later(() => void run(conversationId));
          return;
        }
      }
    } finally {
      busy.delete(conversationId);
    }
  }

  return {
    store,
    send(conversationId: string, text: string, visibility: Visibility, attachments: Attachment[] = []): Promise<void> {
      const message: Pending = {
        clientMessageId: options.newId(),
        conversationId,
        text,
        visibility,
        ...(attachments.length > 0 && { attachments }),
        writtenAt: new Date(options.now()).toISOString(),
        state: "queued",
      };
      store.setState((state) => ({ pending: [...state.pending, message] }));
      return run(conversationId);
    },
    retry(clientMessageId: string): Promise<void> {
      const message = store.getState().pending.find((known) => known.clientMessageId === clientMessageId);
      if (!message) return Promise.resolve();
      update(clientMessageId, { state: "queued" });
      return run(message.conversationId);
    },
    discard: remove,
    /** The live stream brought it: it is stored, whatever became of our request. */
    confirm: remove,
    /** The connection is back: send what waits. */
    async flush(): Promise<void> {
      const conversations = new Set(store.getState().pending.map((message) => message.conversationId));
      await Promise.all([...conversations].map(run));
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

function readPending(storage: KeyValues, key: string): Pending[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? "[]");
    if (!Array.isArray(value)) return [];
    return value.map((message: Pending) => (message.state === "sending" ? { ...message, state: "queued" } : message));
  } catch {
    return [];
  }
}
