/** What was said, from the first unread message on; earlier messages are fetched when one scrolls up to them. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useDesk, useNow, useSelected } from "../../app/context";
import { keys } from "../../app/keys";
import { problemText } from "../../app/problems";
import { firstUnread, type MessageWindow, prependMessages } from "../../live/messages";
import type { Conversation } from "../../model";
import { texts } from "../../texts";
import { dayKey, dayName } from "../../texts/time";
import { MessageItem, PendingItem } from "./MessageItem";
import { isAtEnd, useReadMarks } from "./useReadMarks";
import { useSought } from "./useSought";

const useStyles = makeStyles({
  area: { position: "relative", flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowAnchor: "none", scrollbarWidth: "thin" },
  column: {
    boxSizing: "border-box",
    maxWidth: "880px",
    minHeight: "100%",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    justifyContent: "flex-end",
  },
  separator: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalM} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "::before": { content: '""', flexGrow: 1, height: "1px", backgroundColor: tokens.colorNeutralStroke2 },
    "::after": { content: '""', flexGrow: 1, height: "1px", backgroundColor: tokens.colorNeutralStroke2 },
  },
  unread: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  pointedOut: {
    borderRadius: tokens.borderRadiusMedium,
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: "2px",
  },
  start: { textAlign: "center", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  latest: { position: "absolute", bottom: tokens.spacingVerticalM, right: tokens.spacingHorizontalXL },
});

export interface MessageLogProps {
  conversation: Conversation;
  window: MessageWindow;
  /** Shown messages are marked as read. */
  marksRead: boolean;
}

export function MessageLog(props: MessageLogProps) {
  const styles = useStyles();
  const desk = useDesk();
  const now = useNow();
  const { conversation, window, marksRead } = props;
  const { items } = window;
  const scroller = useRef<HTMLDivElement>(null);
  const [unreadFrom] = useState(() =>
    conversation.unread > 0 ? firstUnread(window, conversation.marks.agentRead) : undefined,
  );
  const allPending = useSelected(desk.outbox.store, (state) => state.pending);
  const pending = useMemo(
    () => allPending.filter((message) => message.conversationId === conversation.id),
    [allPending, conversation.id],
  );
  const [atEnd, setAtEnd] = useState(true);
  const stuck = useRef(true);
  const fromEnd = useRef(0);
  const first = items[0]?.number;
  const last = items.at(-1)?.number ?? 0;
  const noteShown = useReadMarks(conversation, scroller, last, marksRead);
  const { loading, loadEarlier } = useEarlier(conversation.id, window, () => {
    const element = scroller.current;
    if (element) fromEnd.current = element.scrollHeight - element.scrollTop;
  });

  const pointedOut = useSought(conversation.id, window, scroller, loadEarlier);

  useLayoutEffect(() => {
    const element = scroller.current;
    const mark = element?.querySelector<HTMLElement>("[data-unread]");
    if (!element) return;
    element.scrollTop = mark ? mark.offsetTop - 24 : element.scrollHeight;
    stuck.current = isAtEnd(element);
    setAtEnd(stuck.current);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when messages came before the first one
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && fromEnd.current > 0) element.scrollTop = element.scrollHeight - fromEnd.current;
    fromEnd.current = 0;
  }, [first]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when messages came after the last one
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && stuck.current) element.scrollTop = element.scrollHeight;
    noteShown();
  }, [last, pending.length]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !globalThis.ResizeObserver) return;
    // A growing send box or an opened panel must not push the latest words out of sight.
    const observer = new ResizeObserver(() => {
      if (stuck.current) element.scrollTop = element.scrollHeight;
      // A tab that comes to the front shows what it could not show before.
      noteShown();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [noteShown]);

  function onScroll() {
    const element = scroller.current;
    if (!element) return;
    stuck.current = isAtEnd(element);
    setAtEnd(stuck.current);
    noteShown();
    if (element.scrollTop < 200) void loadEarlier();
  }

  return (
    <div className={styles.area}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div ref={scroller} className={styles.scroller} onScroll={onScroll} tabIndex={0}>
        <div role="log" aria-label={texts.conversation.messages} className={styles.column}>
          {window.moreBefore ? (
            <Button appearance="subtle" size="small" disabledFocusable={loading} onClick={() => void loadEarlier()}>
              {texts.conversation.earlier}
            </Button>
          ) : (
            <span className={styles.start}>{texts.conversation.start}</span>
          )}
          {items.map((message, at) => {
            const before = items[at - 1];
            const newDay = !before || dayKey(before.sentAt) !== dayKey(message.sentAt);
            return (
              <div
                key={message.number}
                data-number={message.number}
                className={message.number === pointedOut ? styles.pointedOut : undefined}
              >
                {newDay ? <div className={styles.separator}>{dayName(message.sentAt, now)}</div> : null}
                {message.number === unreadFrom ? (
                  <div data-unread className={`${styles.separator} ${styles.unread}`}>
                    {texts.conversation.unreadFrom}
                  </div>
                ) : null}
                <MessageItem
                  message={message}
                  before={newDay ? undefined : before}
                  marks={conversation.marks}
                  ownId={desk.me.id}
                />
              </div>
            );
          })}
          {pending.map((message) => (
            <PendingItem key={message.clientMessageId} message={message} />
          ))}
        </div>
      </div>
      {atEnd ? null : (
        <Button
          className={styles.latest}
          shape="circular"
          icon={<ArrowDownRegular />}
          aria-label={texts.conversation.jumpToLatest}
          onClick={() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })}
        />
      )}
    </div>
  );
}

/** Fetches what was said before the first message that is loaded, one page at a time. */
function useEarlier(conversationId: string, window: MessageWindow, beforeChange: () => void) {
  const desk = useDesk();
  const [loading, setLoading] = useState(false);
  const busy = useRef(false);
  async function loadEarlier() {
    const before = window.items[0]?.number;
    if (busy.current || !window.moreBefore || before === undefined) return;
    busy.current = true;
    setLoading(true);
    try {
      const page = await desk.server.messages(conversationId, { before });
      beforeChange();
      desk.cache.setQueryData<MessageWindow>(
        keys.messages(conversationId),
        (known) => known && prependMessages(known, page.items, page.more),
      );
    } catch (error) {
      desk.notices.error(texts.problems.conversationFailed, problemText(error));
    } finally {
      busy.current = false;
      setLoading(false);
    }
  }
  return { loading, loadEarlier };
}
