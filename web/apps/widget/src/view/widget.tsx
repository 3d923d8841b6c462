// Launcher, invitation and dialog: what is open, where the focus goes. Knows nothing of messages.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat.ts";
import { isClosed } from "../chat/survey.ts";
import type { Texts } from "../texts/index.ts";
import { ChatIcon } from "./icons.tsx";
import { Invitation } from "./invitation.tsx";
import { Panel } from "./panel.tsx";
import { chime } from "./sound.ts";
import { useChat } from "./use-chat.ts";

/** What the host page can do with it. */
export interface WidgetControls {
  open(): void;
  close(): void;
  /** An empty message is the widget's own. */
  invite(message: string, onAccept: () => void): void;
  skipSurvey(isSkipped: boolean): void;
}

export interface WidgetProps {
  chat: Chat;
  texts: Texts;
  startsOpen: boolean;
  hideButton: boolean;
  bare: boolean;
  closeText: string | undefined;
  /** Opens a window of its own; none where the page is one. */
  onPopOut: (() => void) | undefined;
  /** The button opens a window instead. */
  opensWindow: boolean;
  onOpenChange(isOpen: boolean): void;
  /** The visitor has ended the chat. */
  onEnded(): void;
  onReady(controls: WidgetControls): void;
}

interface InvitationShown {
  message: string;
  accept(): void;
}

export function Widget(props: WidgetProps) {
  const { chat, texts, startsOpen, onReady, onOpenChange } = props;
  const [isOpen, setOpen] = useState(startsOpen);
  const [isMuted, setMuted] = useState(false);
  const [skipsSurvey, skipSurvey] = useState(false);
  const [invited, setInvited] = useState<InvitationShown>();
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(startsOpen);
  const state = useChat(chat);
  const { unread, config } = state;
  const close = () => setOpen(false);

  useEffect(() => {
    const invite = (message: string, accept: () => void) => setInvited({ message, accept });
    onReady({ open: () => setOpen(true), close, invite, skipSurvey });
  }, []);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    if (isOpen) setInvited(undefined);
    else launcher.current?.focus();
    // It may have opened, or closed, since the page was loaded.
    if (isOpen && config?.hours) void chat.refresh();
    onOpenChange(isOpen);
  }, [isOpen]);
  useWatching(chat, isOpen);
  useChime(unread, !isMuted && config?.sound !== false);

  const isAway = isClosed(state) && config?.hours?.onlyDuringHours && !isOpen;
  return (
    <>
      {isOpen && (
        <Panel
          {...props}
          skipsSurvey={skipsSurvey}
          isMuted={isMuted}
          onMute={() => setMuted(!isMuted)}
          onClose={close}
        />
      )}
      {invited && !isOpen && !isAway && (
        <Invitation
          message={invited.message || config?.proactiveText || texts.invite}
          shownMs={config?.proactiveShownMs ?? 60_000}
          texts={texts}
          onAccept={() => {
            setInvited(undefined);
            invited.accept();
          }}
          onGone={() => setInvited(undefined)}
        />
      )}
      {!props.hideButton && !isAway && (
        <button
          ref={launcher}
          type="button"
          class="launcher"
          data-open={isOpen}
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          aria-label={unread > 0 ? texts.launcherUnread(unread) : texts.launcher}
          onClick={() => (props.opensWindow ? props.onPopOut?.() : setOpen(!isOpen))}
        >
          <ChatIcon />
          {unread > 0 && (
            <span class="badge" aria-hidden="true">
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </button>
      )}
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

/** What is not seen is heard. */
function useChime(unread: number, isOn: boolean): void {
  const before = useRef(unread);
  useEffect(() => {
    if (isOn && unread > before.current) chime();
    before.current = unread;
  }, [unread]);
}
