/**
 * What an event changes in one conversation, in a list of them, and in one that is open. A message or a mark comes
 * without the conversation's new image, so what follows from it is reckoned here as the server reckons it. Pure.
 */
import type { Conversation, ConversationDetail, ConversationView, LiveEvent, Message, Participant } from "../model";
import { applyConversation, type ConversationList, editConversation, type Viewer } from "./lists";
import { withMarks } from "./messages";

export type Change = Extract<
  LiveEvent,
  { kind: "conversation_changed" | "message_added" | "marks_moved" | "participant_changed" }
>;

const previewCharacters = 120;

export function conversationOf(change: Change): string {
  switch (change.kind) {
    case "conversation_changed":
      return change.conversation.id;
    case "message_added":
      return change.message.conversationId;
    case "marks_moved":
    case "participant_changed":
      return change.conversationId;
  }
}

/** The conversation that the change is about, after it. */
export function changed(conversation: Conversation, change: Change): Conversation {
  switch (change.kind) {
    case "conversation_changed":
      return withMarks(change.conversation, conversation.marks);
    case "message_added":
      return withMessage(conversation, change.message);
    case "marks_moved":
      return withMarks(conversation, change.marks);
    case "participant_changed":
      return conversation;
  }
}

export function applyToList(
  list: ConversationList,
  view: ConversationView,
  change: Change,
  sequence: number,
  viewer: Viewer,
): ConversationList {
  if (change.kind === "conversation_changed") {
    return applyConversation(list, view, change.conversation, sequence, viewer);
  }
  return editConversation(list, conversationOf(change), sequence, (item) => changed(item, change));
}

export function applyToDetail(detail: ConversationDetail, change: Change, sequence: number): ConversationDetail {
  if (sequence <= detail.sequence || conversationOf(change) !== detail.conversation.id) return detail;
  const conversation = changed(detail.conversation, change);
  if (change.kind !== "participant_changed") return { ...detail, conversation, sequence };
  return { ...detail, participants: withParticipant(detail.participants, change.participant), sequence };
}

function withParticipant(participants: readonly Participant[], changed: Participant): Participant[] {
  const at = participants.findIndex((known) => known.id === changed.id);
  return at < 0 ? [...participants, changed] : participants.with(at, changed);
}

/** A customer's message waits and is unread; an agent's answer ends that; notes and system lines change neither. */
export function withMessage(conversation: Conversation, message: Message): Conversation {
  if (message.number <= conversation.lastMessageNumber) return conversation;
  const counted: Conversation = {
    ...conversation,
    lastMessageNumber: message.number,
    lastPublicNumber: message.publicNumber ?? conversation.lastPublicNumber,
    modifiedAt: message.sentAt,
  };
  const { sender } = message;
  if (sender.kind === "system") return counted;
  const lastMessage = {
    fromCustomer: sender.kind === "customer",
    senderName: sender.name,
    text: [...message.text].slice(0, previewCharacters).join(""),
    attachments: message.attachments.length,
    sentAt: message.sentAt,
  };
  if (sender.kind === "customer") {
    const customerWaitingSince = conversation.customerWaitingSince ?? message.sentAt;
    return { ...counted, lastMessage, customerWaitingSince, unread: conversation.unread + 1 };
  }
  if (message.visibility === "internal") return counted;
  const marks = { ...conversation.marks, agentDelivered: message.number, agentRead: message.number };
  return { ...counted, lastMessage, customerWaitingSince: null, unread: 0, marks };
}
