// The dialog: header, messages, composer, and the question before the end.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat, ChatState } from "../chat/chat.ts";
import type { Texts } from "../texts/index.ts";
import { Composer } from "./composer.tsx";
import { CloseIcon } from "./icons.tsx";
import { Log } from "./log.tsx";
import { useChat } from "./use-chat.ts";

export interface PanelProps {
  chat: Chat;
  texts: Texts;
  onClose(): void;
}

export function Panel({ chat, texts, onClose }: PanelProps) {
  const state = useChat(chat);
  const [isAsking, setAsking] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const title = state.config?.title ?? "";

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      if (isAsking) setAsking(false);
      else onClose();
    } else if (event.key === "Tab" && panel.current && fillsTheScreen(panel.current)) {
      keepFocusInside(panel.current, event);
    }
  }

  return (
    <div class="panel" role="dialog" aria-label={title} ref={panel} onKeyDown={onKeyDown}>
      <header>
        <div class="titles">
          <h2>{title}</h2>
          <p>{subtitle(state, texts)}</p>
        </div>
        {canEnd(state) && (
          <button type="button" class="quiet" onClick={() => setAsking(true)}>
            {texts.end}
          </button>
        )}
        <button type="button" class="quiet icon" aria-label={texts.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <Bar state={state} texts={texts} />
      <Log chat={chat} state={state} texts={texts} />
      {isAsking && canEnd(state) ? (
        <EndQuestion
          texts={texts}
          onYes={() => {
            setAsking(false);
            void chat.end();
          }}
          onNo={() => setAsking(false)}
        />
      ) : state.phase === "over" ? (
        <footer class="over">
          <p>{texts.over}</p>
          <button type="button" class="primary" onClick={() => chat.startAnew()}>
            {texts.startAnew}
          </button>
        </footer>
      ) : (
        <Composer chat={chat} texts={texts} />
      )}
    </div>
  );
}

/** One thin line that says what is wrong and what still works. */
function Bar({ state, texts }: { state: ChatState; texts: Texts }) {
  const isAway = state.phase === "chatting" && state.connection === "waiting";
  const words = state.notice ? texts.notices[state.notice] : isAway ? texts.offline : "";
  return (
    <p class="bar" role="status" data-empty={words === ""}>
      {words}
    </p>
  );
}

function EndQuestion({ texts, onYes, onNo }: { texts: Texts; onYes(): void; onNo(): void }) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <footer class="question" role="alertdialog" aria-label={texts.endQuestion}>
      <p>{texts.endQuestion}</p>
      <button type="button" class="primary" onClick={onYes}>
        {texts.endYes}
      </button>
      <button type="button" class="secondary" ref={no} onClick={onNo}>
        {texts.endNo}
      </button>
    </footer>
  );
}

function subtitle({ phase, agentName, entries, place }: ChatState, texts: Texts): string {
  if (phase === "over") return texts.over;
  if (agentName) return texts.withAgent(agentName);
  if (place) return texts.inLine(place.position, place.expectedWaitMs && Math.ceil(place.expectedWaitMs / 60_000));
  return phase === "chatting" || entries.length > 0 ? texts.waiting : "";
}

/** A persistent chat has no end: the visitor just stops writing. */
function canEnd({ phase, config }: ChatState): boolean {
  return phase === "chatting" && config?.mode !== "persistent_chat";
}

function fillsTheScreen(panel: HTMLElement): boolean {
  return panel.getBoundingClientRect().width >= window.innerWidth;
}

function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>("button, textarea, [tabindex='0']")];
  const active = (panel.getRootNode() as ShadowRoot).activeElement;
  const leaving = event.shiftKey ? stops[0] : stops.at(-1);
  if (active !== leaving) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
