/**
 * The changes that events brought lately. An answer to a request that was read before an event may arrive after it; what
 * it says is then brought up to date from here.
 */
import type { Conversation, ConversationDetail, ConversationView } from "../model";
import { applyToDetail, applyToList, type Change, changed, conversationOf } from "./changes";
import type { ConversationList, Viewer } from "./lists";

const kept = 1_000;

export function createRecent() {
  const changes: { change: Change; sequence: number }[] = [];
  const images = new Map<string, Conversation>();

  function noteImage(change: Change): void {
    const id = conversationOf(change);
    const image = change.kind === "conversation_changed" ? change.conversation : images.get(id);
    if (!image) return;
    images.delete(id);
    images.set(id, changed(image, change));
    const oldest = images.size > kept ? images.keys().next().value : undefined;
    if (oldest !== undefined) images.delete(oldest);
  }

  return {
    note(change: Change, sequence: number): void {
      changes.push({ change, sequence });
      if (changes.length > kept) changes.shift();
      noteImage(change);
    },
    /** The newest image of a conversation that events brought. */
    get: (conversationId: string) => images.get(conversationId),
    freshenList: (list: ConversationList, view: ConversationView, viewer: Viewer): ConversationList =>
      changes.reduce((fresh, { change, sequence }) => applyToList(fresh, view, change, sequence, viewer), list),
    freshenDetail: (detail: ConversationDetail): ConversationDetail =>
      changes.reduce((fresh, { change, sequence }) => applyToDetail(fresh, change, sequence), detail),
  };
}

export type Recent = ReturnType<typeof createRecent>;
