/** The moment in which a key is pressed or the palette opens: read from the desk, not watched. */
import type { Desk } from "../app/desk";
import { keys } from "../app/keys";
import { guestOf, standingOf } from "../guests/guests";
import type { ConversationList } from "../live/lists";
import type { ConversationDetail } from "../model";
import { writes } from "../screens/conversation/writes";
import type { Scene } from "./command";

export function sceneOf(desk: Desk): Scene {
  const { conversationId } = desk.sessions.focused();
  const detail = conversationId ? detailOf(desk, conversationId) : undefined;
  const conversation = detail?.conversation ?? (conversationId ? desk.conversation(conversationId) : undefined);
  const guest = detail && guestOf(detail, desk.me.id);
  return {
    desk,
    conversation,
    writing: conversation && writes(conversation, desk.me.id, desk.me.role, guest),
    offer: desk.offers.store.getState().offers[0],
    invitation: invitationOf(desk),
  };
}

const detailOf = (desk: Desk, id: string) => desk.cache.getQueryData<ConversationDetail>(keys.detail(id));

function invitationOf(desk: Desk): Scene["invitation"] {
  const visiting = desk.cache.getQueryData<ConversationList>(keys.list("visiting"))?.items ?? [];
  for (const { id } of visiting) {
    const detail = detailOf(desk, id);
    const guest = detail && guestOf(detail, desk.me.id);
    if (detail && guest && standingOf(guest) === "invited") return { conversation: detail.conversation, guest };
  }
  return undefined;
}
