/** Tells of an offer outside the page: while the page cannot be seen, unless its template says always or never. */
import { useEffect, useRef } from "react";
import type { NotificationTemplate } from "../model";

export interface About {
  /** What is asked. */
  title: string;
  name: string;
  words: string;
  channel: string;
}

/** `tag`: of the same one only the last is shown. */
export function useOfferNotification(
  tag: string,
  about: About | undefined,
  when: NotificationTemplate["desktop"] = "background",
): void {
  const told = useRef(false);
  const notification = useRef<Notification | undefined>(undefined);
  useEffect(() => {
    if (!about || told.current) return;
    told.current = true;
    const wanted = when === "always" || (when === "background" && document.hidden);
    if (!wanted || globalThis.Notification?.permission !== "granted") return;
    notification.current = new Notification(`${about.title}: ${about.name}`, {
      body: about.words || about.channel,
      tag,
    });
    notification.current.onclick = () => globalThis.focus();
  }, [about, tag, when]);
  useEffect(() => () => notification.current?.close(), []);
}
