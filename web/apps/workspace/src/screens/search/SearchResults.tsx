/** The conversations in which something was said, newest first, each with the passages; opens them where it was said. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { ChannelMark, EmptyState, Problem, RowSkeletons, TruncatedText } from "@frontdesk/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { useDesk, useNow } from "../../app/context";
import { problemText } from "../../app/problems";
import { searchQuery } from "../../app/queries";
import { useSettled } from "../../app/useSettled";
import type { FoundConversation, FoundConversations, Passage } from "../../model";
import { texts } from "../../texts";
import { fullTime, timeOrDate } from "../../texts/time";
import { useArrowKeys } from "../workspace/useArrowKeys";
import { view } from "../workspace/view";

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", scrollbarWidth: "thin" },
  said: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  meta: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  passage: {
    display: "block",
    boxSizing: "border-box",
    width: "100%",
    marginTop: "2px",
    padding: `2px ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  found: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: "2px",
  },
  more: { display: "flex", justifyContent: "center", padding: tokens.spacingVerticalM },
});

export default function SearchResults(props: { text: string }) {
  const styles = useStyles();
  const desk = useDesk();
  const now = useNow();
  // A space at the end says that the last word is whole.
  const wanted = useSettled(props.text.trimStart());
  const { data, error, refetch, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    searchQuery(desk, wanted),
  );
  const onKeyDown = useArrowKeys("vertical", "[data-row]");
  if (error && !data) {
    return (
      <Problem
        title={texts.search.failed}
        detail={problemText(error)}
        action={{ label: texts.common.retry, onClick: () => void refetch() }}
      />
    );
  }
  if (isPending) return <RowSkeletons label={texts.common.loading} />;
  const found = foundOnce(data.pages);
  const complete = data.pages.every((page) => page.complete);
  return (
    <div className={styles.scroller}>
      <div role="status" className={found.length === 0 && complete ? "visually-hidden" : styles.said}>
        {found.length === 0 ? texts.search.none(wanted.trim()) : texts.search.count(found.length, hasNextPage)}
        {complete ? null : ` ${texts.search.incomplete}`}
      </div>
      {found.length === 0 ? (
        <EmptyState icon={<SearchRegular />} title={texts.search.none(wanted.trim())} hint={texts.search.noneHint} />
      ) : null}
      <ul aria-label={texts.search.results} className={styles.list} onKeyDown={onKeyDown}>
        {found.map((item) => (
          <FoundItem key={item.conversation.id} found={item} now={now} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className={styles.more}>
          <Button appearance="subtle" disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {texts.common.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function FoundItem(props: { found: FoundConversation; now: number }) {
  const styles = useStyles();
  const desk = useDesk();
  const { found, now } = props;
  const { conversation, passages } = found;
  const name = conversation.customerName || texts.common.unknown;
  const open = (number: number | null) => {
    view.setState({
      pane: "conversation",
      sought: number === null ? null : { conversationId: conversation.id, number },
    });
    desk.sessions.openConversation(conversation.id, { title: conversation.customerName });
  };
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <ChannelMark channel={conversation.channel} label={texts.channel[conversation.channel]} />
        <TruncatedText text={name} className={styles.name} />
        <span className={styles.meta}>{texts.status[conversation.status]}</span>
      </div>
      {passages.map((passage) => (
        <button
          key={passage.messageNumber ?? 0}
          type="button"
          data-row
          className={styles.passage}
          onClick={() => open(passage.messageNumber)}
        >
          <span className="visually-hidden">{texts.search.open(name)} </span>
          <PassageText passage={passage} />{" "}
          <time dateTime={passage.at} title={fullTime(passage.at)} className={styles.meta}>
            {timeOrDate(passage.at, now)}
          </time>
        </button>
      ))}
    </li>
  );
}

function PassageText(props: { passage: Passage }) {
  const styles = useStyles();
  const { sender, parts } = props.passage;
  const who = sender && sender.kind !== "system" ? `${sender.name}: ` : "";
  return (
    <>
      {who}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing else that tells them apart, and never move
        <Fragment key={at}>{part.found ? <mark className={styles.found}>{part.text}</mark> : part.text}</Fragment>
      ))}
    </>
  );
}

/** A conversation with passages on several pages is shown once, with all of them. */
function foundOnce(pages: readonly FoundConversations[]): FoundConversation[] {
  const found = new Map<string, FoundConversation>();
  for (const item of pages.flatMap((page) => page.items)) {
    const known = found.get(item.conversation.id);
    const passages = [...(known?.passages ?? []), ...item.passages];
    const once = new Map(passages.map((passage) => [passage.messageNumber, passage]));
    found.set(item.conversation.id, {
      conversation: known?.conversation ?? item.conversation,
      passages: [...once.values()],
    });
  }
  return [...found.values()];
}
