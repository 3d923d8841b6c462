/** Answering an offer. */
import type { Desk } from "../app/desk";
import type { Offer } from "../offers/store";
import { texts } from "../texts";
import { attempt } from "./action";

export async function accept(desk: Desk, offer: Offer): Promise<void> {
  const max = desk.me.settings.sessionsMax;
  if (desk.sessions.openCount() >= max && !desk.sessions.ofConversation(offer.conversationId)) {
    desk.notices.error(texts.offers.acceptFailed, texts.sessions.full(max));
    return;
  }
  desk.offers.answering(offer.sessionId, "accept");
  const done = await attempt(desk, texts.offers.acceptFailed, () =>
    desk.server.accept(offer.conversationId, offer.sessionId),
  );
  if (!done) {
    desk.offers.answering(offer.sessionId, null);
    return;
  }
  const title = desk.conversation(offer.conversationId)?.customerName ?? "";
  desk.offers.ended(offer.sessionId);
  desk.sessions.openConversation(offer.conversationId, { title });
}

export async function reject(desk: Desk, offer: Offer): Promise<void> {
  desk.offers.answering(offer.sessionId, "reject");
  const done = await attempt(desk, texts.offers.rejectFailed, () =>
    desk.server.reject(offer.conversationId, offer.sessionId),
  );
  if (done) desk.offers.ended(offer.sessionId);
  else desk.offers.answering(offer.sessionId, null);
}
