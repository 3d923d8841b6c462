/** Tells of an offer outside the page when the page cannot be seen. */
import { useEffect, useRef } from "react";
import { texts } from "../texts";
import type { Offer } from "./store";

export function useOfferNotification(
  offer: Offer,
  about: { name: string; words: string; channel: string } | undefined,
): void {
  const told = useRef(false);
  const notification = useRef<Notification | undefined>(undefined);
  useEffect(() => {
    if (!about || told.current) return;
    told.current = true;
    if (!document.hidden || globalThis.Notification?.permission !== "granted") return;
    notification.current = new Notification(`${texts.offers.title}: ${about.name}`, {
      body: about.words || about.channel,
      tag: offer.sessionId,
    });
    notification.current.onclick = () => globalThis.focus();
  }, [about, offer.sessionId]);
  useEffect(() => () => notification.current?.close(), []);
}
