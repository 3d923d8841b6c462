/** The quick replies that fit what was typed, with a look at the one that would be inserted. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowSwapRegular,
  PeopleChatRegular,
  PersonRegular,
  SettingsRegular,
  TextQuoteRegular,
} from "@fluentui/react-icons";
import { TruncatedText } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import { agentQuery, detailQuery, queueQuery, quickReplyQuery } from "../../app/queries";
import type { Conversation, UsableQuickReply } from "../../model";
import { type Order, orderOf, searchOf } from "../../quick-replies/command";
import { fillReply } from "../../quick-replies/fill";
import { findReplies } from "../../quick-replies/find";
import { slugsOf } from "../../templates/slugs";
import { texts } from "../../texts";
import { listId, type TakesKey } from "./usePanel";

/** As many as anybody looks through; whoever seeks more types on. */
const shownMax = 50;

const useStyles = makeStyles({
  panel: {
    position: "absolute",
    zIndex: 2,
    bottom: "100%",
    insetInlineStart: tokens.spacingHorizontalL,
    insetInlineEnd: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    maxHeight: "min(380px, 50vh)",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflow: "hidden",
  },
  columns: {
    display: "flex",
    minHeight: 0,
    flexGrow: 1,
    "@media (max-width: 767px)": { flexDirection: "column" },
  },
  list: {
    flex: "1 1 50%",
    minWidth: 0,
    minHeight: "44px",
    margin: 0,
    padding: tokens.spacingVerticalXS,
    overflowY: "auto",
    scrollbarWidth: "thin",
  },
  option: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    "@media (hover: none)": { minHeight: "44px" },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: "-2px",
  },
  icon: { flexShrink: 0, display: "flex", fontSize: "16px" },
  title: { flexGrow: 1, minWidth: 0, display: "flex" },
  aside: {
    flexShrink: 1,
    minWidth: 0,
    maxWidth: "45%",
    display: "flex",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  preview: {
    flex: "1 1 50%",
    minWidth: 0,
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalM,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: "auto",
    scrollbarWidth: "thin",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    "@media (max-width: 767px)": {
      flex: "0 0 auto",
      maxHeight: "16vh",
      borderLeft: "none",
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  foot: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface PanelProps {
  conversation: Conversation;
  query: string;
  mayOrder: boolean;
  /** Set while the list is there. */
  takesKey: RefObject<TakesKey | null>;
  onActive: (optionId: string | undefined) => void;
  onInsert: (text: string) => void;
  onOrder: (order: Order) => void;
  onOwn: () => void;
  onDismiss: () => void;
}

type Option = { kind: "reply"; reply: UsableQuickReply } | { kind: "order"; order: Order } | { kind: "own" };

export default function Panel(props: PanelProps) {
  const styles = useStyles();
  const { conversation, query, takesKey, onActive } = props;
  const { replies, pending, error, fill } = useReplies(conversation);
  const search = searchOf(query);
  const found = findReplies(replies, search, conversation.locale);
  const order = props.mayOrder ? orderOf(query) : undefined;
  const options: Option[] = [
    ...(order ? [{ kind: "order", order } as const] : []),
    ...found.slice(0, shownMax).map((reply) => ({ kind: "reply", reply }) as const),
    { kind: "own" },
  ];
  // Where nothing fits, Enter sends what is written, as ever.
  const first = options.length > 1 ? 0 : -1;
  const [moved, setMoved] = useState<{ query: string; to: number }>();
  const active = moved?.query === query && moved.to < options.length ? moved.to : first;
  const chosen = options[active];
  // Several words that no reply has are a sentence with a stroke in it.
  const isSentence = !pending && found.length === 0 && !order && search.includes(" ");
  const activeId = isSentence || !chosen ? undefined : optionId(active);

  function choose(option: Option) {
    if (option.kind === "reply") props.onInsert(fill(option.reply.text));
    else if (option.kind === "order") props.onOrder(option.order);
    else props.onOwn();
  }

  useLayoutEffect(() => {
    takesKey.current = (event) => {
      if (isSentence) return false;
      const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (steps) {
        const from = active < 0 && steps < 0 ? options.length : active;
        setMoved({ query, to: (from + steps + options.length) % options.length });
        return true;
      }
      if ((event.key !== "Enter" && event.key !== "Tab") || event.shiftKey) return false;
      if (chosen && !pending) choose(chosen);
      return pending || chosen !== undefined;
    };
    return () => {
      takesKey.current = null;
    };
  });
  useEffect(() => {
    onActive(activeId);
    if (activeId) document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest" });
    return () => onActive(undefined);
  }, [onActive, activeId]);

  if (isSentence) return null;
  const previewed = chosen?.kind === "reply" ? fill(chosen.reply.text) : undefined;
  return (
    <div ref={leaveFocus} className={styles.panel}>
      <div className={styles.columns}>
        <div role="listbox" id={listId} aria-label={texts.quickReplies.label} className={styles.list}>
          {options.map((option, index) => (
            <Row
              key={keyOf(option)}
              id={optionId(index)}
              option={option}
              active={index === active}
              onChoose={() => choose(option)}
            />
          ))}
        </div>
        {previewed === undefined ? null : (
          <div id={previewId} className={styles.preview}>
            {previewed}
          </div>
        )}
      </div>
      <div className={styles.foot} role="status">
        {footWords(pending, error, replies.length, found.length, search)}
      </div>
    </div>
  );
}

/** The field keeps the focus, whatever is pressed here. */
function leaveFocus(panel: HTMLElement | null): void {
  panel?.addEventListener("mousedown", (event) => event.preventDefault());
}

/** How a tag is sought: alike in every language. */
const tagShown = "#tag";
const previewId = "quick-reply-preview";
const optionId = (index: number) => `quick-reply-${index}`;
const keyOf = (option: Option) => (option.kind === "reply" ? option.reply.id : option.kind);

function useReplies(conversation: Conversation) {
  const desk = useDesk();
  const { data, error, isPending } = useQuery(quickReplyQuery(desk, conversation.id));
  const { data: agents } = useQuery(agentQuery(desk));
  const { data: detail } = useQuery(detailQuery(desk, conversation.id));
  const { data: queues } = useQuery(queueQuery(desk));
  const agent = agents?.find((item) => item.agent.id === desk.me.id)?.agent ?? { name: desk.me.name, attributes: [] };
  const others = slugsOf(conversation, detail, queues, texts.channel[conversation.channel]);
  const fill = (text: string) => fillReply(text, { conversation, agent, others });
  return { replies: data ?? [], pending: isPending, error, fill };
}

function footWords(pending: boolean, error: unknown, all: number, found: number, search: string): string {
  const words = texts.quickReplies;
  if (pending) return texts.common.loading;
  if (error) return `${words.failed} ${problemText(error)}`;
  if (found === 0) return all === 0 && !search ? words.none : words.nothing;
  const more = found > shownMax ? ` · ${words.more(found - shownMax)}` : "";
  return `${words.found(found)}${more} · ${words.keys(tagShown)}`;
}

function Row(props: { id: string; option: Option; active: boolean; onChoose: () => void }) {
  const styles = useStyles();
  const { id, option, active } = props;
  const { icon, title, aside } = shownAs(option);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={active}
      aria-describedby={active && option.kind === "reply" ? previewId : undefined}
      className={mergeClasses(styles.option, active && styles.active)}
      onClick={props.onChoose}
    >
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.title}>
        <TruncatedText text={title} />
      </span>
      {aside ? (
        <span className={styles.aside}>
          <TruncatedText text={aside} />
        </span>
      ) : null}
    </div>
  );
}

function shownAs(option: Option): { icon: ReactNode; title: string; aside?: string } {
  const words = texts.quickReplies;
  if (option.kind === "own") return { icon: <SettingsRegular />, title: words.own.manage };
  if (option.kind === "order") {
    const asks = option.order === "consult" || option.order === "consultQueue";
    return { icon: asks ? <PeopleChatRegular /> : <ArrowSwapRegular />, title: words.orders[option.order] };
  }
  const { personal, title, tags, locale } = option.reply;
  const aside = [...(personal ? [words.personal] : []), ...tags.map((tag) => `#${tag}`), locale].join(" ");
  return { icon: personal ? <PersonRegular /> : <TextQuoteRegular />, title, aside };
}
