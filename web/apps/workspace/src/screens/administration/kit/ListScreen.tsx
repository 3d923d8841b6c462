/** The list of a noun: searched, sorted, drawn only where it is seen, with the next step where it is empty. Knows no noun. */
import {
  Button,
  makeStyles,
  mergeClasses,
  SearchBox,
  Subtitle1,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { AddRegular, ArrowSortDownRegular, ArrowSortUpRegular } from "@fluentui/react-icons";
import { EmptyState, Problem, RowSkeletons, TruncatedText } from "@frontdesk/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { problemText } from "../../../app/problems";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { locale } from "../../../texts/language";
import { usePhone } from "../../workspace/view";
import { administration } from "../address";
import { BackToNav } from "../BackToNav";
import { namedIn, useNames, usePieces } from "./data";
import type { Column, NameOf, Noun, Piece } from "./noun";

const rowHeightPixels = 44;

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, minWidth: 0, display: "flex", flexDirection: "column" },
  head: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  titles: { flexGrow: 1, flexBasis: "240px", minWidth: 0 },
  title: { margin: 0 },
  lead: { display: "block", color: tokens.colorNeutralForeground3 },
  tools: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
  },
  search: { flexGrow: 1, maxWidth: "360px" },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  table: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  row: {
    display: "grid",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    height: `${rowHeightPixels}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  heads: { flexShrink: 0, height: "36px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  sort: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    maxWidth: "100%",
    padding: `${tokens.spacingVerticalXS} 0`,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  block: { display: "block", flexShrink: 0 },
  rows: {
    display: "block",
    position: "relative",
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    scrollbarWidth: "thin",
  },
  /** As high as all rows, seen or not. */
  height: { display: "block" },
  item: {
    position: "absolute",
    insetInlineStart: 0,
    top: 0,
    width: "100%",
    boxSizing: "border-box",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  cell: {
    padding: 0,
    textAlign: "start",
    fontWeight: "inherit",
    minWidth: 0,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
  numeric: { textAlign: "end" },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "none",
    // The whole row leads there.
    "::after": { content: '""', position: "absolute", inset: 0 },
    ":focus-visible": { outline: "none" },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

export function ListScreen<Item extends Piece>({ noun }: { noun: Noun<Item> }) {
  const styles = useStyles();
  const navigate = useNavigate();
  const { data, error, refetch } = usePieces(noun);
  const name = useNames(noun.needs ?? []);
  const [search, setSearch] = useState("");
  const [showsHidden, setShowsHidden] = useState(false);
  const [sorted, setSorted] = useState<Sorted>({ key: noun.columns[0]?.key ?? "", descending: false });
  const kept = (data ?? []).filter((item) => showsHidden || !noun.hides?.hidden(item));
  const found = inOrder(matching(kept, noun, search, name), noun.columns, sorted, name);
  const create = (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => void navigate(administration(`${noun.path}/new`))}
    >
      {noun.words.create}
    </Button>
  );
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <BackToNav />
        <div className={styles.titles}>
          <Subtitle1 as="h2" className={styles.title}>
            {noun.words.many}
          </Subtitle1>
          <Text size={200} className={styles.lead}>
            {noun.words.lead}
          </Text>
        </div>
        {data && data.length > 0 ? create : null}
      </div>
      {data && data.length > 0 ? (
        <div className={styles.tools}>
          <SearchBox
            className={styles.search}
            value={search}
            placeholder={texts.common.search}
            aria-label={words.list.search(noun.words.many)}
            onChange={(_, { value }) => setSearch(value)}
          />
          {noun.hides ? (
            <Switch
              label={noun.hides.label}
              checked={showsHidden}
              onChange={(_, { checked }) => setShowsHidden(checked)}
            />
          ) : null}
          <Text size={200} role="status" className={styles.count}>
            {words.list.count(found.length)}
          </Text>
        </div>
      ) : null}
      {error && !data ? (
        <Problem
          title={texts.problems.listFailed}
          detail={problemText(error)}
          action={{ label: texts.common.retry, onClick: () => void refetch() }}
        />
      ) : null}
      {!data && !error ? <RowSkeletons label={texts.common.loading} /> : null}
      {data?.length === 0 ? (
        <EmptyState title={noun.words.empty} hint={noun.words.emptyHint}>
          {create}
        </EmptyState>
      ) : null}
      {data && data.length > 0 && found.length === 0 ? <EmptyState title={words.list.nothingFound(search)} /> : null}
      {found.length > 0 ? <Table noun={noun} items={found} name={name} sorted={sorted} onSort={setSorted} /> : null}
    </div>
  );
}

interface Sorted {
  key: string;
  descending: boolean;
}

function Table<Item extends Piece>(props: {
  noun: Noun<Item>;
  items: readonly Item[];
  name: NameOf;
  sorted: Sorted;
  onSort: (sorted: Sorted) => void;
}) {
  const styles = useStyles();
  const phone = usePhone();
  const scroller = useRef<HTMLTableSectionElement>(null);
  const { noun, items, name, sorted } = props;
  const columns = noun.columns.filter(({ wide }, at) => !phone || (at < 2 && !wide));
  const gridTemplateColumns = columns
    .map(({ numeric }, at) => (at === 0 ? "minmax(0, 2fr)" : numeric ? "minmax(0, 0.6fr)" : "minmax(0, 1fr)"))
    .join(" ");
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPixels,
    overscan: 8,
  });
  const alignment = (column: Column<Item>) => mergeClasses(styles.cell, column.numeric && styles.numeric);
  return (
    <table aria-label={noun.words.many} aria-rowcount={items.length + 1} className={styles.table}>
      <thead className={styles.block}>
        <tr className={mergeClasses(styles.row, styles.heads)} style={{ gridTemplateColumns }}>
          {columns.map((column) => {
            const isSorted = sorted.key === column.key;
            const descending = isSorted && sorted.descending;
            return (
              <th
                key={column.key}
                aria-sort={isSorted ? (descending ? "descending" : "ascending") : "none"}
                className={alignment(column)}
              >
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => props.onSort({ key: column.key, descending: isSorted && !descending })}
                >
                  <TruncatedText text={column.label} />
                  {isSorted ? descending ? <ArrowSortDownRegular /> : <ArrowSortUpRegular /> : null}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody ref={scroller} className={styles.rows}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (!item) return null;
          return (
            <tr
              key={item.id}
              aria-rowindex={index + 2}
              className={mergeClasses(styles.row, styles.item)}
              style={{ gridTemplateColumns, transform: `translateY(${start}px)` }}
            >
              {columns.map((column, at) => {
                const text = column.text(item, name);
                return (
                  <td key={column.key} className={alignment(column)}>
                    {at === 0 ? (
                      <Link {...administration(`${noun.path}/${item.id}`)} className={styles.link}>
                        <TruncatedText text={text} />
                      </Link>
                    ) : (
                      <TruncatedText text={text} />
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
        <tr aria-hidden className={styles.height} style={{ height: virtual.getTotalSize() }} />
      </tbody>
    </table>
  );
}

function matching<Item extends Piece>(items: readonly Item[], noun: Noun<Item>, search: string, name: NameOf): Item[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === "") return [...items];
  return items.filter((item) => {
    const texts = [namedIn(item).name ?? "", ...noun.columns.map((column) => column.text(item, name))];
    return texts.some((text) => text.toLocaleLowerCase().includes(wanted));
  });
}

function inOrder<Item>(items: Item[], columns: readonly Column<Item>[], sorted: Sorted, name: NameOf): Item[] {
  const column = columns.find(({ key }) => key === sorted.key);
  if (!column) return items;
  const { order, text } = column;
  const compared = order
    ? (a: Item, b: Item) => order(a) - order(b)
    : (a: Item, b: Item) => text(a, name).localeCompare(text(b, name), locale, { numeric: true });
  return items.toSorted((a, b) => (sorted.descending ? compared(b, a) : compared(a, b)));
}
