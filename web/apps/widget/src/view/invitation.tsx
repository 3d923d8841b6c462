// An invitation to chat that the page makes: it goes by itself when nobody takes it up.

import { useEffect } from "preact/hooks";
import type { Texts } from "../texts/index.ts";
import { CloseIcon } from "./icons.tsx";

export interface InvitationProps {
  message: string;
  shownMs: number;
  texts: Texts;
  onAccept(): void;
  onGone(): void;
}

export function Invitation({ message, shownMs, texts, onAccept, onGone }: InvitationProps) {
  useEffect(() => {
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [shownMs, message]);
  return (
    <section class="invitation" role="status" aria-label={texts.invitation}>
      <p dir="auto">{message}</p>
      <button type="button" class="quiet icon" aria-label={texts.dismiss} onClick={onGone}>
        <CloseIcon />
      </button>
      <button type="button" class="primary" onClick={onAccept}>
        {texts.chatNow}
      </button>
    </section>
  );
}
