// The messages, read out as they come, and the place they scroll in.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat, ChatState } from "../chat/chat.ts";
import { deliveryOf, type Entry } from "../chat/transcript.ts";
import { loadFiles } from "../files/load.ts";
import type { Texts } from "../texts/index.ts";
import { Tick } from "./icons.tsx";

export interface LogProps {
  chat: Chat;
  state: ChatState;
  texts: Texts;
}

/** So close to the end counts as being there. */
const NEAR_END_PX = 40;

export function Log({ chat, state, texts }: LogProps) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [hasNews, setNews] = useState(false);
  const count = state.entries.length;
  const last = state.entries.at(-1);

  useLayoutEffect(() => {
    if (atEnd.current || last?.unsent === "queued") toEnd();
    else if (count > 0) setNews(true);
  }, [count, state.typing]);

  function toEnd() {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }

  function onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = box.current ?? { scrollTop: 0, scrollHeight: 0, clientHeight: 0 };
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (atEnd.current) setNews(false);
  }

  return (
    <div class="scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <div class="log" role="log" aria-label={texts.log} tabIndex={0} ref={box} onScroll={onScroll}>
        {state.config?.greeting && (
          <p class="greeting" dir="auto">
            {state.config.greeting}
          </p>
        )}
        {state.entries.map((entry) => (
          <Line key={entry.key} entry={entry} chat={chat} state={state} texts={texts} />
        ))}
        {state.typing !== undefined && <p class="typing">{texts.typing(state.typing)}</p>}
      </div>
      {hasNews && (
        <button type="button" class="news" onClick={toEnd}>
          {texts.newMessages}
        </button>
      )}
    </div>
  );
}

/** System lines by their event; what agents ask one another never comes here. */
export function wordsOf({ event, name, text }: Entry, { events }: Texts): string {
  if (!event) return text;
  return event in events ? events[event as keyof Texts["events"]](name) : "";
}

function Line({ entry, chat, state, texts }: LogProps & { entry: Entry }) {
  if (entry.from === "system") {
    return <p class="system">{wordsOf(entry, texts)}</p>;
  }
  const isOwn = entry.from === "customer";
  const delivery = deliveryOf(entry, state.marks);
  return (
    <div class="message" data-own={isOwn} data-number={entry.number}>
      {!isOwn && (
        <span class="avatar" aria-hidden="true">
          {initials(entry.name)}
        </span>
      )}
      <p class="text">
        <span class="hidden">{isOwn ? texts.you : entry.name}: </span>
        <bdi>{entry.text}</bdi>
        {entry.files && <Files entry={entry} chat={chat} texts={texts} />}
      </p>
      <p class="meta">
        {!isOwn && <span>{entry.name}</span>}
        {entry.sentAt && <time dateTime={entry.sentAt}>{timeOf(entry.sentAt)}</time>}
        {isOwn && (
          <span class="delivery" data-delivery={delivery} title={texts.deliveries[delivery]}>
            <Tick delivery={delivery} />
            <span class={delivery === "failed" ? "" : "hidden"}>{texts.deliveries[delivery]}</span>
          </span>
        )}
        {delivery === "failed" && (
          <button type="button" class="link" onClick={() => chat.retry(entry.key)}>
            {texts.retry}
          </button>
        )}
      </p>
      {entry.reason && <p class="reason">{entry.reason}</p>}
    </div>
  );
}

function Files({ entry, chat, texts }: Omit<LogProps, "state"> & { entry: Entry }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    loadFiles(chat.serverUrl).then((module) => {
      if (place.current) module?.show(place.current, entry.files ?? [], () => chat.access, texts.language);
    });
  }, [entry.files]);
  return <span class="files" ref={place} />;
}

/** `AL` of Ada Lovelace. */
function initials(name: string): string {
  const letters = name.split(" ").map((word) => [...word][0] ?? "");
  return `${letters[0]}${letters.slice(1).at(-1) ?? ""}`.toUpperCase();
}

function timeOf(sentAt: string): string {
  return new Date(sentAt).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}
