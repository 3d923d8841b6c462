/**
 * The newest image of each conversation that an event brought lately. An answer to a request that was read before the
 * event may arrive after it; what it says of these conversations is then brought up to date from here.
 */
import type { Conversation, ConversationDetail, ConversationView } from "../model";
import { applyConversation, type ConversationList, type Viewer } from "./lists";
import { withMarks } from "./messages";

const kept = 1_000;

export function createRecent() {
  const images = new Map<string, { conversation: Conversation; sequence: number }>();
  return {
    note(conversation: Conversation, sequence: number) {
      images.delete(conversation.id);
      images.set(conversation.id, { conversation, sequence });
      const oldest = images.size > kept ? images.keys().next().value : undefined;
      if (oldest !== undefined) images.delete(oldest);
    },
    get: (conversationId: string) => images.get(conversationId)?.conversation,
    freshenList(list: ConversationList, view: ConversationView, viewer: Viewer): ConversationList {
      let fresh = list;
      for (const { conversation, sequence } of images.values())
        fresh = applyConversation(fresh, view, conversation, sequence, viewer);
      return fresh;
    },
    freshenDetail(detail: ConversationDetail): ConversationDetail {
      const image = images.get(detail.conversation.id);
      if (!image || image.sequence <= detail.sequence) return detail;
      const conversation = withMarks(image.conversation, detail.conversation.marks);
      return { ...detail, conversation, sequence: image.sequence };
    },
  };
}

export type Recent = ReturnType<typeof createRecent>;
