/** What is on offer to this agent now. Pure state: the time is told; screens count down from it. */
import { createStore } from "zustand/vanilla";

export interface Offer {
  conversationId: string;
  sessionId: string;
  expiresAt: string;
  /** The whole countdown, for drawing the share that is left. */
  totalMs: number;
  /** A button was pressed and the answer is on its way. */
  answering: "accept" | "reject" | null;
}

export function createOffers() {
  const store = createStore<{ offers: Offer[] }>(() => ({ offers: [] }));
  return {
    store,
    made(offer: { conversationId: string; sessionId: string; expiresAt: string }, nowMs: number, totalMs?: number) {
      if (store.getState().offers.some((known) => known.sessionId === offer.sessionId)) return;
      const leftMs = Date.parse(offer.expiresAt) - nowMs;
      const added: Offer = { ...offer, totalMs: totalMs ?? leftMs, answering: null };
      store.setState((state) => ({ offers: [...state.offers, added] }));
    },
    ended(sessionId: string) {
      store.setState((state) => ({ offers: state.offers.filter((offer) => offer.sessionId !== sessionId) }));
    },
    /** The conversation moved on: whatever was offered of it is no more. */
    endedFor(conversationId: string) {
      if (!store.getState().offers.some((offer) => offer.conversationId === conversationId)) return;
      store.setState((state) => ({ offers: state.offers.filter((offer) => offer.conversationId !== conversationId) }));
    },
    answering(sessionId: string, answer: Offer["answering"]) {
      store.setState((state) => ({
        offers: state.offers.map((offer) => (offer.sessionId === sessionId ? { ...offer, answering: answer } : offer)),
      }));
    },
    find: (sessionId: string) => store.getState().offers.find((offer) => offer.sessionId === sessionId),
    ofConversation: (conversationId: string) =>
      store.getState().offers.find((offer) => offer.conversationId === conversationId),
    clear: () => store.setState({ offers: [] }),
  };
}

export type Offers = ReturnType<typeof createOffers>;

/** Seconds left, never below zero. */
export function secondsLeft(offer: Pick<Offer, "expiresAt">, nowMs: number): number {
  return Math.max(0, (Date.parse(offer.expiresAt) - nowMs) / 1000);
}
