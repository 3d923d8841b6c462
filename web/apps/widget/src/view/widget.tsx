// Launcher and dialog: what is open, where the focus goes. Knows nothing of messages.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat.ts";
import type { Texts } from "../texts/index.ts";
import { ChatIcon } from "./icons.tsx";
import { Panel } from "./panel.tsx";
import { useChat } from "./use-chat.ts";

export interface WidgetProps {
  chat: Chat;
  texts: Texts;
  startsOpen: boolean;
  /** Hands out the means to open and close from the host page. */
  onReady(controls: { open(): void; close(): void }): void;
}

export function Widget({ chat, texts, startsOpen, onReady }: WidgetProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(startsOpen);
  const { unread } = useChat(chat);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);

  useEffect(() => onReady({ open, close }), [onReady, open, close]);
  useEffect(() => {
    if (wasOpen.current && !isOpen) launcher.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  useWatching(chat, isOpen);

  return (
    <>
      {isOpen && <Panel chat={chat} texts={texts} onClose={close} />}
      <button
        ref={launcher}
        type="button"
        class="launcher"
        data-open={isOpen}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-label={unread > 0 ? texts.launcherUnread(unread) : texts.launcher}
        onClick={() => setOpen(!isOpen)}
      >
        <ChatIcon />
        {unread > 0 && (
          <span class="badge" aria-hidden="true">
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </button>
    </>
  );
}

/** Messages count as read while the dialog is open on a page that is in front. */
function useWatching(chat: Chat, isOpen: boolean): void {
  useEffect(() => {
    const tell = () => chat.watch(isOpen && document.visibilityState === "visible");
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [chat, isOpen]);
}
