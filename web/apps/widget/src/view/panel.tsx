// The dialog: header, then what is due: the hours, the survey, or messages with the composer, and the question before the
// end.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat, ChatState } from "../chat/chat.ts";
import { isClosed, questionsFor } from "../chat/survey.ts";
import { transcriptText } from "../chat/transcript-file.ts";
import type { Texts } from "../texts/index.ts";
import { Composer } from "./composer.tsx";
import { CloseIcon } from "./icons.tsx";
import { Log, wordsOf } from "./log.tsx";
import { Menu } from "./menu.tsx";
import { Survey } from "./survey.tsx";
import { useChat } from "./use-chat.ts";

export interface PanelProps {
  chat: Chat;
  texts: Texts;
  /** No header. */
  bare: boolean;
  /** Stands in place of the cross. */
  closeText: string | undefined;
  skipsSurvey: boolean;
  isMuted: boolean;
  onMute(): void;
  onPopOut: (() => void) | undefined;
  onEnded(): void;
  onClose(): void;
}

export function Panel(props: PanelProps) {
  const { chat, texts, bare, closeText, skipsSurvey, isMuted, onMute, onPopOut, onEnded, onClose } = props;
  const state = useChat(chat);
  const [isAsking, setAsking] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const title = state.config?.title ?? "";
  const questions = questionsFor(state, skipsSurvey);

  function download() {
    save(
      "chat.txt",
      transcriptText(state.entries, texts.you, (entry) => wordsOf(entry, texts)),
    );
  }

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
      {!bare && (
        <header>
          {state.config?.logoUrl && <img class="logo" src={state.config.logoUrl} alt="" />}
          <div class="titles">
            <h2 dir="auto">{title}</h2>
            <p>{subtitle(state, texts)}</p>
          </div>
          {canEnd(state) && (
            <button type="button" class="quiet" onClick={() => setAsking(true)}>
              {texts.end}
            </button>
          )}
          <Menu
            texts={texts}
            isMuted={isMuted}
            onMute={onMute}
            onPopOut={state.phase === "new" ? onPopOut : undefined}
            onDownload={state.config?.transcriptDownload && state.phase !== "new" ? download : undefined}
          />
          <button
            type="button"
            class={closeText ? "quiet" : "quiet icon"}
            aria-label={closeText ? undefined : texts.close}
            onClick={onClose}
          >
            {closeText ?? <CloseIcon />}
          </button>
        </header>
      )}
      <Bar state={state} texts={texts} />
      {isClosed(state) ? (
        <div class="log">
          <p class="greeting" dir="auto">
            {state.config?.hours?.offlineText || texts.closed(opensAt(state, texts))}
          </p>
        </div>
      ) : questions.length > 0 ? (
        <div class="log">
          {state.config?.greeting && (
            <p class="greeting" dir="auto">
              {state.config.greeting}
            </p>
          )}
          <Survey chat={chat} questions={questions} texts={texts} />
        </div>
      ) : (
        <Log chat={chat} state={state} texts={texts} />
      )}
      {isClosed(state) || questions.length > 0 ? null : isAsking && canEnd(state) ? (
        <EndQuestion
          texts={texts}
          onYes={() => {
            setAsking(false);
            void chat.end().then(() => chat.state.phase === "over" && onEnded());
          }}
          onNo={() => setAsking(false)}
        />
      ) : state.phase === "over" ? (
        <footer class="over">
          <p>{texts.over}</p>
          {state.config?.surveyUrl && (
            <a
              class="primary"
              href={surveyAddress(state.config.surveyUrl, texts.language)}
              target="_blank"
              rel="noopener"
            >
              {texts.survey}
            </a>
          )}
          <button type="button" class="secondary" onClick={() => chat.startAnew()}>
            {texts.startAnew}
          </button>
        </footer>
      ) : (
        <Composer
          chat={chat}
          texts={texts}
          charactersMax={state.config?.messageCharactersMax}
          limits={state.config?.files}
        />
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

function opensAt({ config }: ChatState, { language }: Texts): string | undefined {
  const at = config?.hours?.changesAt;
  return at
    ? new Date(at).toLocaleString(language, { weekday: "long", hour: "numeric", minute: "2-digit" })
    : undefined;
}

/** The survey asks in the visitor's language. */
function surveyAddress(address: string, language: string): string {
  const url = new URL(address);
  url.searchParams.set("lang", language);
  return url.href;
}

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
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
  const stops = [...panel.querySelectorAll<HTMLElement>("button, summary, a, input, select, textarea, [tabindex='0']")];
  const active = (panel.getRootNode() as ShadowRoot).activeElement;
  const leaving = event.shiftKey ? stops[0] : stops.at(-1);
  if (active !== leaving) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
