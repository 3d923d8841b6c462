// Where the visitor writes. Enter sends, Shift+Enter starts a line.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat.ts";
import type { Texts } from "../texts/index.ts";
import { SendIcon } from "./icons.tsx";

export interface ComposerProps {
  chat: Chat;
  texts: Texts;
  /** The server has the last word. */
  charactersMax: number | undefined;
}

export function Composer({ chat, texts, charactersMax = 6_000 }: ComposerProps) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const count = [...text].length;
  const isTooLong = count > charactersMax;

  useEffect(() => field.current?.focus(), []);

  function send() {
    if (text.trim() === "" || isTooLong) return;
    chat.send(text);
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
      <button
        type="button"
        class="primary icon"
        aria-label={texts.send}
        disabled={text.trim() === "" || isTooLong}
        onClick={send}
      >
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
