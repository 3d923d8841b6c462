/**
 * A rule's condition: its text, checked as it is typed, or put together from the fields that the rule may name. The
 * server alone reads and writes the text form; both ways show the same condition.
 */
import { makeStyles, Tab, TabList, Text, Textarea, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ErrorCircleRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { problemText } from "../../../app/problems";
import { words } from "../../../texts/administration";
import { useClient } from "../kit/data";
import type { Input } from "../kit/noun";
import { usePending } from "../kit/pending";
import { Builder } from "./Builder";
import { type Group, groupOf, type KnownFields, type Structure, structureOf } from "./structure";

export type RuleKind = "classification" | "route_to_queue" | "prioritization" | "assignment";

interface Checked {
  faults: { code: string; detail: string; field?: string; line?: number; column?: number }[];
  canonical: string | null;
  structure: Structure | null;
}

const checkAfterMs = 300;

const useStyles = makeStyles({
  condition: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  text: { fontFamily: tokens.fontFamilyMonospace, width: "100%" },
  shown: {
    display: "block",
    margin: 0,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  verdict: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

export function conditionInput(kind: RuleKind): Input<string> {
  return function ConditionInput({ value, onChange, disabled }) {
    const styles = useStyles();
    const client = useClient();
    const pending = usePending();
    const [way, setWay] = useState<"build" | "text">("build");
    const [checked, setChecked] = useState<Checked>();
    const [group, setGroup] = useState<Group>();
    const [failure, setFailure] = useState<unknown>();
    const turn = useRef(0);
    const { data: known } = useQuery({
      queryKey: ["routing-fields", kind],
      queryFn: () => client.get<KnownFields>("/api/v1/routing/fields", { kind }),
    });

    async function check(body: { condition: string } | { structure: Structure }): Promise<Checked | undefined> {
      turn.current += 1;
      const mine = turn.current;
      try {
        const answer = await client.post<Checked>("/api/v1/routing/check", { kind, ...body });
        if (mine !== turn.current) return undefined;
        setFailure(undefined);
        setChecked(answer);
        return answer;
      } catch (error) {
        if (mine === turn.current) setFailure(error);
        return undefined;
      }
    }

    // What the text says, for the builder. A text that the builder wrote itself is there already.
    const written = useRef<string>(undefined);
    // biome-ignore lint/correctness/useExhaustiveDependencies: only another text is checked anew
    useEffect(() => {
      if (value === written.current) return;
      const timer = setTimeout(
        () =>
          void check({ condition: value || "true" }).then((answer) => {
            if (answer?.structure) setGroup(groupOf(answer.structure));
          }),
        written.current === undefined ? 0 : checkAfterMs,
      );
      return () => clearTimeout(timer);
    }, [value]);

    function build(next: Group) {
      setGroup(next);
      const writing = check({ structure: structureOf(next) }).then((answer) => {
        if (!answer?.canonical) return;
        written.current = answer.canonical;
        onChange(answer.canonical);
      });
      pending.add(writing);
    }

    const unreadable = checked !== undefined && checked.structure === null;
    const { condition } = words;
    return (
      <div className={styles.condition}>
        <TabList
          size="small"
          selectedValue={way}
          aria-label={condition.ways}
          onTabSelect={(_, data) => setWay(data.value as typeof way)}
        >
          <Tab value="build">{condition.build}</Tab>
          <Tab value="text">{condition.asText}</Tab>
        </TabList>
        {way === "text" ? (
          <Textarea
            aria-label={condition.text}
            className={styles.text}
            resize="vertical"
            rows={3}
            spellCheck={false}
            value={value}
            disabled={disabled}
            onChange={(_, data) => {
              written.current ??= "";
              onChange(data.value);
            }}
          />
        ) : unreadable ? (
          <Text>{condition.unreadable}</Text>
        ) : known && group ? (
          <>
            <Builder group={group} known={known} disabled={disabled} onChange={build} />
            <code className={styles.shown}>{checked?.canonical ?? value}</code>
          </>
        ) : null}
        <div role="status">
          {failure ? <Text className={styles.bad}>{problemText(failure)}</Text> : null}
          {checked && !failure ? <Verdict checked={checked} /> : null}
        </div>
      </div>
    );
  };
}

function Verdict({ checked }: { checked: Checked }) {
  const styles = useStyles();
  if (checked.faults.length === 0) {
    return (
      <Text size={200} className={styles.verdict}>
        <CheckmarkCircleRegular className={styles.good} aria-hidden />
        {checked.canonical === "true" ? words.condition.always : words.condition.right}
      </Text>
    );
  }
  return checked.faults.map(({ code, detail, line, column }) => (
    <Text key={`${code}${detail}`} size={200} block className={styles.bad}>
      <ErrorCircleRegular aria-hidden />{" "}
      {line !== undefined && column !== undefined ? words.condition.at(line, column, detail) : detail}
    </Text>
  ));
}
