/**
 * The rules of a ruleset in their order. Each says in a line what it asks and what it does; one at a time is open to be
 * changed, so that ten thousand rules are no more to draw than a page of them.
 */
import { Button, makeStyles, mergeClasses, SearchBox, tokens } from "@fluentui/react-components";
import { AddRegular, ArrowDownRegular, ArrowUpRegular, ChevronDownRegular, DeleteRegular } from "@fluentui/react-icons";
import { TruncatedText } from "@frontdesk/ui";
import { type ReactElement, useEffect, useState } from "react";
import { words } from "../../../texts/administration";
import { conditionInput } from "../condition/ConditionInput";
import { useNames } from "../kit/data";
import { faultsWithin } from "../kit/faults";
import { Text as TextInput } from "../kit/inputs";
import type { InputProps, NameOf } from "../kit/noun";
import { RowField, RowGroup, type RowProps } from "../kit/rows";
import { Outputs, outputText, type Rule, Shares, shareText } from "./outcomes";

const pageSize = 50;
const { rules: own } = words;

const Classification = conditionInput("classification");
const RouteToQueue = conditionInput("route_to_queue");

const useStyles = makeStyles({
  rules: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, alignItems: "flex-start" },
  search: { maxWidth: "360px" },
  list: { listStyleType: "none", margin: 0, padding: 0, width: "100%" },
  rule: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    marginBottom: tokens.spacingVerticalS,
  },
  wrong: {
    borderTopColor: tokens.colorPaletteRedBorder2,
    borderRightColor: tokens.colorPaletteRedBorder2,
    borderBottomColor: tokens.colorPaletteRedBorder2,
    borderLeftColor: tokens.colorPaletteRedBorder2,
  },
  head: { display: "flex", alignItems: "center", minWidth: 0, padding: tokens.spacingHorizontalXS },
  open: {
    flexGrow: 1,
    minWidth: 0,
    display: "grid",
    textAlign: "start",
    padding: tokens.spacingHorizontalS,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  meta: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  body: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingHorizontalM}`,
  },
});

export function RulesInput({ value, onChange, faults, place, disabled, draft }: InputProps<Rule[]>) {
  const styles = useStyles();
  const name = useNames(["queues", "skills", "capacity-profiles"]);
  const [openAt, setOpenAt] = useState<number | null>(null);
  const [search, setSearch] = useState("");
  const [shownMax, setShownMax] = useState(pageSize);
  const rules = value ?? [];
  const isRoute = draft.kind === "route_to_queue";

  useEffect(() => {
    // What is wrong is shown without looking for it.
    const first = faults.map(({ field }) => /^rules\[(\d+)\]/.exec(field)?.[1]).find((at) => at !== undefined);
    if (first !== undefined) setOpenAt(Number(first));
  }, [faults]);

  const set = (at: number, rule: Rule) => onChange(rules.map((known, index) => (index === at ? rule : known)));
  const move = (at: number, by: number) => {
    const next = [...rules];
    [next[at], next[at + by]] = [rules[at + by] as Rule, rules[at] as Rule];
    onChange(next);
    setOpenAt((open) => (open === at ? at + by : open === at + by ? at : open));
  };
  const remove = (at: number) => {
    onChange(rules.filter((_, index) => index !== at));
    setOpenAt(null);
  };
  const add = () => {
    const fresh: Rule = {
      name: "",
      when: "true",
      ...(isRoute ? { queues: [{ queueId: "", percent: 100 }] } : { outputs: [] }),
    };
    onChange([...rules, fresh]);
    setOpenAt(rules.length);
    setSearch("");
    setShownMax((max) => Math.max(max, rules.length + 1));
  };

  const wanted = search.trim().toLocaleLowerCase();
  const found = rules
    .map((rule, at) => ({ rule, at }))
    .filter(({ rule }) => `${rule.name} ${rule.when}`.toLocaleLowerCase().includes(wanted));
  return (
    <div className={styles.rules}>
      {rules.length > 10 ? (
        <SearchBox
          className={styles.search}
          aria-label={own.search}
          placeholder={own.search}
          value={search}
          onChange={(_, data) => setSearch(data.value)}
        />
      ) : null}
      <ol className={styles.list}>
        {found.slice(0, shownMax).map(({ rule, at }) => {
          const here = `${place}[${at}]`;
          const within = faultsWithin(faults, here);
          const called = rule.name || own.number(at + 1);
          const isOpen = openAt === at;
          return (
            <li key={at} className={mergeClasses(styles.rule, within.length > 0 && styles.wrong)}>
              <div className={styles.head}>
                <button
                  type="button"
                  className={styles.open}
                  aria-expanded={isOpen}
                  onClick={() => setOpenAt(isOpen ? null : at)}
                >
                  <TruncatedText text={`${at + 1}. ${called}`} className={styles.name} />
                  {isOpen ? null : (
                    <>
                      <TruncatedText text={rule.when} className={mergeClasses(styles.meta, styles.mono)} />
                      <TruncatedText text={outcomeText(rule, name)} className={styles.meta} />
                    </>
                  )}
                </button>
                <Act label={words.form.up(called)} disabled={disabled || at === 0} onClick={() => move(at, -1)}>
                  <ArrowUpRegular />
                </Act>
                <Act
                  label={words.form.down(called)}
                  disabled={disabled || at === rules.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <ArrowDownRegular />
                </Act>
                <Act label={words.form.removeNamed(called)} disabled={disabled} onClick={() => remove(at)}>
                  <DeleteRegular />
                </Act>
              </div>
              {isOpen ? (
                <div className={styles.body}>
                  <RuleFields
                    value={rule}
                    onChange={(next) => set(at, next)}
                    faults={within}
                    place={here}
                    disabled={disabled}
                    draft={draft}
                    isRoute={isRoute}
                  />
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
      {found.length > shownMax ? (
        <Button appearance="subtle" icon={<ChevronDownRegular />} onClick={() => setShownMax((max) => max + pageSize)}>
          {own.showMore(found.length - shownMax)}
        </Button>
      ) : null}
      <Button icon={<AddRegular />} disabled={disabled} onClick={add}>
        {own.add}
      </Button>
    </div>
  );
}

function RuleFields({ value, onChange, isRoute, ...rest }: RowProps<Rule> & { isRoute: boolean }) {
  const Condition = isRoute ? RouteToQueue : Classification;
  return (
    <>
      <RowField label={own.name} faults={rest.faults} place={`${rest.place}.name`}>
        <TextInput value={value.name} onChange={(name) => onChange({ ...value, name: name ?? "" })} {...rest} />
      </RowField>
      <RowGroup label={own.when} faults={rest.faults} place={`${rest.place}.when`}>
        <Condition value={value.when} onChange={(when) => onChange({ ...value, when })} {...rest} />
      </RowGroup>
      {isRoute ? (
        <RowGroup label={own.queues} faults={rest.faults} place={`${rest.place}.queues`}>
          <Shares
            value={value.queues ?? []}
            onChange={(queues) => onChange({ ...value, queues })}
            {...rest}
            place={`${rest.place}.queues`}
          />
        </RowGroup>
      ) : (
        <RowGroup label={own.outputs} faults={rest.faults} place={`${rest.place}.outputs`}>
          <Outputs
            value={value.outputs ?? []}
            onChange={(outputs) => onChange({ ...value, outputs })}
            {...rest}
            place={`${rest.place}.outputs`}
          />
        </RowGroup>
      )}
    </>
  );
}

function Act(props: { label: string; disabled: boolean; onClick: () => void; children: ReactElement }) {
  return (
    <Button
      appearance="subtle"
      size="small"
      aria-label={props.label}
      icon={props.children}
      disabled={props.disabled}
      onClick={props.onClick}
    />
  );
}

function outcomeText(rule: Rule, name: NameOf): string {
  const parts = [
    ...(rule.outputs ?? []).map((output) => outputText(output, name)),
    ...(rule.queues ?? []).map((share) => shareText(share, name)),
  ];
  return parts.join(" · ") || own.nothing;
}
