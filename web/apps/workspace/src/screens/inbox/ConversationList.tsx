/** One list of conversations: of any length, live, and still while the pointer is over it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import {
  ArrowUpRegular,
  ChatEmptyRegular,
  CheckmarkCircleRegular,
  ClockRegular,
  EyeRegular,
} from "@fluentui/react-icons";
import { EmptyState, Problem, RowSkeletons } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactElement, useMemo, useRef, useState } from "react";
import { useDesk, useNow, useSelected } from "../../app/context";
import { problemText } from "../../app/problems";
import { listQuery, loadMore } from "../../app/queries";
import { sortForView } from "../../live/lists";
import type { ConversationView } from "../../model";
import { texts } from "../../texts";
import { useArrowKeys } from "../workspace/useArrowKeys";
import { view as frameView } from "../workspace/view";
import { ConversationRow, rowHeight } from "./ConversationRow";
import { useHeldOrder } from "./useHeldOrder";

const useStyles = makeStyles({
  list: { position: "relative", flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", scrollbarWidth: "thin" },
  rows: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  row: { position: "absolute", insetInlineStart: 0, insetInlineEnd: 0, top: 0, height: `${rowHeight}px` },
  arrived: {
    position: "absolute",
    top: tokens.spacingVerticalS,
    insetInline: 0,
    marginInline: "auto",
    width: "fit-content",
    zIndex: 1,
  },
  more: { display: "flex", justifyContent: "center", padding: tokens.spacingVerticalM },
});

/** Those visited are few, and stand over one's own. */
type ListedView = Exclude<ConversationView, "visiting">;

const icons: Record<ListedView, ReactElement> = {
  mine: <ChatEmptyRegular />,
  open: <CheckmarkCircleRegular />,
  closed: <ClockRegular />,
  ongoing: <EyeRegular />,
};
const emptyTexts: Record<ListedView, { title: string; hint: string }> = {
  mine: { title: texts.lists.empty.mine, hint: texts.lists.empty.mineHint },
  open: { title: texts.lists.empty.open, hint: texts.lists.empty.openHint },
  closed: { title: texts.lists.empty.closed, hint: texts.lists.empty.closedHint },
  ongoing: { title: texts.lists.empty.ongoing, hint: texts.lists.empty.ongoingHint },
};

export interface ListSelection {
  ids: ReadonlySet<string>;
  /** `order`: the rows as they are shown. */
  toggle: (id: string, withShift: boolean, order: readonly string[]) => void;
}

export function ConversationList(props: { view: ListedView; selection?: ListSelection | undefined }) {
  const styles = useStyles();
  const desk = useDesk();
  const now = useNow();
  const { view, selection } = props;
  const { data, error, refetch, isPending } = useQuery(listQuery(desk, view));
  const sorted = useMemo(() => sortForView(view, data?.items ?? []), [view, data]);
  const [held, setHeld] = useState(false);
  const { rows, arrived, show } = useHeldOrder(sorted, held);
  const focusedConversation = useSelected(desk.sessions.store, () => desk.sessions.focused().conversationId);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialRect: { width: 320, height: 800 },
    overscan: 6,
  });
  const onKeyDown = useArrowKeys("vertical", "[data-row]");

  if (error && !data) {
    return (
      <Problem
        title={texts.problems.listFailed}
        detail={problemText(error)}
        action={{ label: texts.common.retry, onClick: () => void refetch() }}
      />
    );
  }
  if (isPending) return <RowSkeletons label={texts.common.loading} />;
  const open = (id: string, name: string) => {
    desk.sessions.openConversation(id, { title: name });
    frameView.setState({ pane: "conversation" });
  };
  return (
    <div className={styles.list} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      {arrived > 0 ? (
        <Button
          size="small"
          shape="circular"
          appearance="primary"
          icon={<ArrowUpRegular />}
          className={styles.arrived}
          aria-label={texts.lists.showArrived(arrived)}
          onClick={show}
        >
          {texts.lists.arrived(arrived)}
        </Button>
      ) : null}
      <div ref={scroller} className={styles.scroller}>
        {rows.length === 0 ? (
          <EmptyState icon={icons[view]} title={emptyTexts[view].title} hint={emptyTexts[view].hint} />
        ) : null}
        <ul className={styles.rows} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
          {virtual.getVirtualItems().map((item) => {
            const conversation = rows[item.index];
            if (!conversation) return null;
            return (
              <li
                key={item.key}
                className={styles.row}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
              >
                <ConversationRow
                  view={view}
                  conversation={conversation}
                  selected={selection?.ids.has(conversation.id)}
                  onSelect={(withShift) =>
                    selection?.toggle(
                      conversation.id,
                      withShift,
                      rows.map(({ id }) => id),
                    )
                  }
                  now={now}
                  current={conversation.id === focusedConversation}
                  onOpen={() => open(conversation.id, conversation.customerName)}
                />
              </li>
            );
          })}
        </ul>
        {data.nextCursor ? (
          <div className={styles.more}>
            <Button appearance="subtle" onClick={() => void loadMore(desk, view).catch(() => refetch())}>
              {texts.common.more}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
