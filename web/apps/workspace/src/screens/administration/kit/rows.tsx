/** A list of things inside a form: each a small group of fields, added, removed and, where order counts, moved. */
import { Button, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, ArrowDownRegular, ArrowUpRegular, DeleteRegular } from "@fluentui/react-icons";
import { type ComponentType, type ReactElement, type ReactNode, useRef } from "react";
import { words } from "../../../texts/administration";
import { type Fault, faultAt, faultsWithin } from "./faults";
import type { Draft, Input } from "./noun";

const useStyles = makeStyles({
  rows: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, alignItems: "flex-start" },
  row: {
    width: "100%",
    boxSizing: "border-box",
    margin: 0,
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
  },
  head: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minHeight: "32px" },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  fault: { color: tokens.colorPaletteRedForeground1 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
    "& > *": { flexGrow: 1, minWidth: 0 },
  },
});

export interface RowProps<Row> {
  value: Row;
  onChange: (value: Row) => void;
  faults: readonly Fault[];
  place: string;
  disabled: boolean;
  draft: Draft;
}

export interface RowsWords {
  add: string;
  /** Of the row of this number, from 1. */
  item: (number: number) => string;
}

interface Settings<Row> {
  words: RowsWords;
  fresh: (draft: Draft) => Row;
  Row: ComponentType<RowProps<Row>>;
  ordered?: boolean;
  max?: number;
  /** What the row is called, where it has a name. */
  nameOf?: (row: Row) => string;
}

export function rowsInput<Row>(settings: Settings<Row>): Input<Row[]> {
  const { Row, ordered = false, max = Number.POSITIVE_INFINITY } = settings;
  return function RowsInput({ value, onChange, faults, place, disabled, draft }) {
    const styles = useStyles();
    const rows = value ?? [];
    const keys = useKeys(rows.length);
    const set = (at: number, row: Row) => onChange(rows.map((known, index) => (index === at ? row : known)));
    const move = (at: number, by: number) => {
      keys.swap(at, at + by);
      onChange(swapped(rows, at, at + by));
    };
    return (
      <div className={styles.rows}>
        {rows.map((row, at) => {
          const here = `${place}[${at}]`;
          const within = faultsWithin(faults, here);
          const own = faultAt(within, here);
          const name = settings.nameOf?.(row) || settings.words.item(at + 1);
          return (
            <fieldset key={keys.of(at)} className={styles.row} aria-label={name}>
              <div className={styles.head}>
                <Text weight="semibold" className={styles.name}>
                  {name}
                </Text>
                {ordered ? (
                  <>
                    <IconButton
                      label={words.form.up(name)}
                      icon={<ArrowUpRegular />}
                      disabled={at === 0 || disabled}
                      onClick={() => move(at, -1)}
                    />
                    <IconButton
                      label={words.form.down(name)}
                      icon={<ArrowDownRegular />}
                      disabled={at === rows.length - 1 || disabled}
                      onClick={() => move(at, 1)}
                    />
                  </>
                ) : null}
                <IconButton
                  label={words.form.removeNamed(name)}
                  icon={<DeleteRegular />}
                  disabled={disabled}
                  onClick={() => {
                    keys.remove(at);
                    onChange(rows.filter((_, index) => index !== at));
                  }}
                />
              </div>
              <Row
                value={row}
                onChange={(next) => set(at, next)}
                faults={within}
                place={here}
                disabled={disabled}
                draft={draft}
              />
              {own ? (
                <Text size={200} role="alert" className={styles.fault}>
                  {own}
                </Text>
              ) : null}
            </fieldset>
          );
        })}
        {rows.length < max ? (
          <Button icon={<AddRegular />} disabled={disabled} onClick={() => onChange([...rows, settings.fresh(draft)])}>
            {settings.words.add}
          </Button>
        ) : null}
      </div>
    );
  };
}

function IconButton(props: { label: string; icon: ReactElement; disabled: boolean; onClick: () => void }) {
  const { label, ...rest } = props;
  return <Button appearance="subtle" size="small" aria-label={label} {...rest} />;
}

/** Identities for rows that have none, so that what is being typed moves with its row. */
function useKeys(count: number) {
  const state = useRef<{ keys: number[]; next: number }>({ keys: [], next: 0 });
  const { keys } = state.current;
  while (keys.length < count) keys.push(state.current.next++);
  keys.length = count;
  return {
    of: (at: number) => keys[at],
    swap: (a: number, b: number) => {
      state.current.keys = swapped(keys, a, b);
    },
    remove: (at: number) => {
      state.current.keys = keys.filter((_, index) => index !== at);
    },
  };
}

function swapped<Item>(items: readonly Item[], a: number, b: number): Item[] {
  const next = [...items];
  [next[a], next[b]] = [items[b] as Item, items[a] as Item];
  return next;
}

/** One control in a row, with its label and its fault. */
export function RowField(props: {
  label: string;
  hint?: string;
  faults: readonly Fault[];
  /** Where faults of this control stand: one place, or several. */
  place: string;
  children: ReactElement;
}) {
  const fault = faultsWithin(props.faults, props.place)[0]?.detail;
  return (
    <Field
      label={props.label}
      {...(props.hint ? { hint: props.hint } : {})}
      validationState={fault ? "error" : "none"}
      validationMessage={fault ?? null}
    >
      {props.children}
    </Field>
  );
}

/** Several controls in a row under one name. */
export function RowGroup(props: { label: string; faults: readonly Fault[]; place: string; children: ReactElement }) {
  const styles = useStyles();
  const fault = faultsWithin(props.faults, props.place)[0]?.detail;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{props.label}</legend>
      {props.children}
      {fault ? (
        <Text size={200} role="alert" className={styles.fault}>
          {fault}
        </Text>
      ) : null}
    </fieldset>
  );
}

/** Controls beside each other where there is room. */
export function RowLine(props: { children: ReactNode }) {
  return <div className={useStyles().line}>{props.children}</div>;
}
