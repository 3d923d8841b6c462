/** Asking for advice, answering such a question, and what is done with those who take part. */
import type { Desk } from "../app/desk";
import type { Conversation, Participant, To } from "../model";
import { texts } from "../texts";
import { attempt } from "./action";

export function consult(desk: Desk, conversation: Conversation, to: To): Promise<boolean> {
  return attempt(desk, texts.guests.consult.failed, () => desk.server.consult(conversation.id, to));
}

export async function acceptConsult(desk: Desk, conversation: Conversation, guest: Participant): Promise<void> {
  const { acceptFailed } = texts.guests.consult;
  const max = desk.me.settings.sessionsMax;
  if (desk.sessions.openCount() >= max && !desk.sessions.ofConversation(conversation.id)) {
    desk.notices.error(acceptFailed, texts.sessions.full(max));
    return;
  }
  const done = await attempt(desk, acceptFailed, () => desk.server.acceptConsult(conversation.id, guest.id));
  if (done) desk.sessions.openConversation(conversation.id, { title: conversation.customerName });
}

export async function rejectConsult(desk: Desk, conversation: Conversation, guest: Participant): Promise<void> {
  const { rejectFailed } = texts.guests.consult;
  await attempt(desk, rejectFailed, () => desk.server.rejectConsult(conversation.id, guest.id));
}

/** From now on the customer hears them too. */
export async function addToPublic(desk: Desk, conversation: Conversation, guest: Participant): Promise<void> {
  const { addToPublicFailed } = texts.guests;
  await attempt(desk, addToPublicFailed, () => desk.server.addToPublic(conversation.id, guest.id));
}

/** The colleague is thanked, or the question taken back. */
export async function endConsult(desk: Desk, conversation: Conversation, guest: Participant): Promise<void> {
  await attempt(desk, texts.guests.endFailed, () => desk.server.endConsult(conversation.id, guest.id));
}

/** Out of what one advises in, monitors or has joined. */
export async function leaveAsGuest(desk: Desk, conversation: Conversation): Promise<void> {
  await attempt(desk, texts.guests.leaveFailed, () => desk.server.leave(conversation.id));
}
