// Where the visitor writes. Enter sends, Shift+Enter starts a line.

import type { WidgetConfig } from "@frontdesk/api";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat.ts";
import { loadFiles, type Tray } from "../files/load.ts";
import type { Texts } from "../texts/index.ts";
import { SendIcon } from "./icons.tsx";

export interface ComposerProps {
  chat: Chat;
  texts: Texts;
  /** The server has the last word. */
  charactersMax: number | undefined;
  /** What files it takes; none: no files. */
  limits: WidgetConfig["files"];
}

export function Composer({ chat, texts, charactersMax = 6_000, limits }: ComposerProps) {
  const [text, setText] = useState("");
  const [files, setFiles] = useState(0);
  const tray = useRef<Tray | undefined>();
  const place = useRef<HTMLSpanElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const count = [...text].length;
  const isTooLong = count > charactersMax;
  const canSend = (text.trim() || files) && !isTooLong;

  useEffect(() => {
    field.current?.focus();
    if (!limits) return;
    void loadFiles(chat.serverUrl).then((module) => {
      if (place.current) tray.current = module?.openTray(place.current, limits, texts.language, setFiles);
    });
  }, []);

  function send() {
    if (!canSend) return;
    chat.send(text, tray.current?.take());
    setText("");
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter also ends the composing of a character in many languages; that one is not for us.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <footer class="composer">
      <span class="tray" ref={place} />
      <textarea
        ref={field}
        rows={2}
        value={text}
        aria-label={texts.input}
        aria-invalid={isTooLong}
        placeholder={texts.placeholder}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (event.currentTarget.value !== "") chat.type();
        }}
        onKeyDown={onKeyDown}
      />
      <button type="button" class="primary icon" aria-label={texts.send} disabled={!canSend} onClick={send}>
        <SendIcon />
      </button>
      {isTooLong && (
        <p class="reason" role="alert">
          {texts.tooLong(count, charactersMax)}
        </p>
      )}
    </footer>
  );
}
