/** What an agent has begun to write, for each conversation, kept on this device. Knows no screen. */
import { createStore } from "zustand/vanilla";
import type { Visibility } from "../model";

export interface Draft {
  text: string;
  visibility: Visibility;
}

const empty: Draft = { text: "", visibility: "public" };

export interface KeyValues {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Replies and notes have a draft each, so that switching the mode never sends a note to the customer. */
export function createDrafts(agentId: string, storage: KeyValues) {
  const key = `frontdesk.drafts.${agentId}`;
  const store = createStore<Record<string, { public: string; internal: string; mode: Visibility }>>(() =>
    readJson(storage, key),
  );
  store.subscribe((drafts) => {
    try {
      if (Object.keys(drafts).length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(drafts));
    } catch {
      // A full or forbidden storage loses drafts with the page; writing goes on.
    }
  });

  const kept = (conversationId: string) =>
    store.getState()[conversationId] ?? { public: "", internal: "", mode: empty.visibility };

  return {
    store,
    get(conversationId: string): Draft {
      const draft = kept(conversationId);
      return { text: draft[draft.mode], visibility: draft.mode };
    },
    setText(conversationId: string, text: string) {
      const draft = kept(conversationId);
      store.setState({ [conversationId]: { ...draft, [draft.mode]: text } });
    },
    setMode(conversationId: string, mode: Visibility) {
      store.setState({ [conversationId]: { ...kept(conversationId), mode } });
    },
    /** Adds to what the agent writes to the customer, on a line of its own if there is text already. */
    insertReply(conversationId: string, text: string) {
      const draft = kept(conversationId);
      const joined = draft.public.trim() ? `${draft.public.trimEnd()}\n${text}` : text;
      store.setState({ [conversationId]: { ...draft, public: joined, mode: "public" } });
    },
    forget(conversationId: string) {
      const { [conversationId]: _gone, ...rest } = store.getState();
      store.setState(rest, true);
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;

function readJson(storage: KeyValues, key: string) {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, never>) : {};
  } catch {
    return {};
  }
}
