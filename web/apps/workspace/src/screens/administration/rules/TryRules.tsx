/**
 * Rules tried out: what would become of a conversation as it happened, or of one that is made up here. The rules of the
 * form are checked as they stand; what is tried is what was saved last.
 */
import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { ConversationSummary, RoutingDecision, Ruleset, TriedRouting } from "@frontdesk/api";
import { Problem } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useNow } from "../../../app/context";
import { problemText } from "../../../app/problems";
import { useNames } from "../../../routing/names";
import { told } from "../../../routing/words";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { timeOrDate } from "../../../texts/time";
import { useClient } from "../kit/data";
import type { Draft } from "../kit/noun";

const { trial: own } = words;

const useStyles = makeStyles({
  trial: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  part: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0 },
  lead: { color: tokens.colorNeutralForeground3 },
  act: { alignSelf: "flex-start" },
  faults: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorPaletteRedForeground1 },
  decisions: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  line: { display: "block", color: tokens.colorNeutralForeground2 },
});

export function TryRules({ item, draft }: { item: Ruleset | undefined; draft: Draft }) {
  const styles = useStyles();
  return (
    <div className={styles.trial}>
      <Check item={item} draft={draft} />
      {typeof draft.workstreamId === "string" ? <Trial workstreamId={draft.workstreamId} isSaved={!!item} /> : null}
    </div>
  );
}

function Part(props: { title: string; lead: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={props.title} className={styles.part}>
      <Subtitle2 as="h3" className={styles.title}>
        {props.title}
      </Subtitle2>
      <Text size={200} className={styles.lead}>
        {props.lead}
      </Text>
      {props.children}
    </section>
  );
}

function Check({ item, draft }: { item: Ruleset | undefined; draft: Draft }) {
  const styles = useStyles();
  const client = useClient();
  const [checked, setChecked] = useState<{ field: string; detail: string }[]>();
  const [failure, setFailure] = useState<unknown>();

  async function check() {
    setFailure(undefined);
    setChecked(undefined);
    const { workstreamId, kind, position, rules, name } = draft;
    try {
      // By its saved name: the one of that name is the one that would be replaced.
      const body = { workstreamId, kind, position, rules, name: item?.name ?? name };
      const answer = await client.post<{ faults: { field: string; detail: string }[] }>(
        "/api/v1/routing/check-ruleset",
        body,
      );
      setChecked(answer.faults);
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <Part title={own.checkTitle} lead={own.checkLead}>
      <Button className={styles.act} disabled={!draft.workstreamId} onClick={() => void check()}>
        {own.check}
      </Button>
      <div role="status">
        {failure ? <Problem title={own.checkFailed} detail={problemText(failure)} /> : null}
        {checked?.length === 0 ? <Text>{own.checkedRight}</Text> : null}
        {checked && checked.length > 0 ? (
          <ul className={styles.faults}>
            {checked.map(({ field, detail }) => (
              <li key={`${field}${detail}`}>{detail}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </Part>
  );
}

interface Facts {
  title: string;
  customerName: string;
  locale: string;
  priority: "low" | "normal" | "high";
  /** `name = value`, one a line. */
  context: string;
}

const noFacts: Facts = { title: "", customerName: "", locale: "", priority: "normal", context: "" };

function Trial({ workstreamId, isSaved }: { workstreamId: string; isSaved: boolean }) {
  const styles = useStyles();
  const client = useClient();
  const now = useNow();
  const { data: recent } = useQuery({
    queryKey: ["recent-conversations", workstreamId],
    queryFn: async () => {
      const page = (view: string) =>
        client.get<{ items: ConversationSummary[] }>("/api/v1/conversations", { view, limit: 50 });
      const [ongoing, closed] = await Promise.all([page("ongoing"), page("closed")]);
      const all = [...ongoing.items, ...closed.items].filter((one) => one.workstreamId === workstreamId);
      return all.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, 50);
    },
    staleTime: 60_000,
  });
  const [chosen, setChosen] = useState("");
  const [facts, setFacts] = useState(noFacts);
  const [tried, setTried] = useState<TriedRouting>();
  const [failure, setFailure] = useState<unknown>();

  function choose(id: string) {
    setChosen(id);
    const found = recent?.find((one) => one.id === id);
    if (!found) return;
    setFacts({
      title: found.title,
      customerName: found.customerName,
      locale: found.locale ?? "",
      priority: found.priority,
      context: found.context.map(({ name, value }) => `${name} = ${value}`).join("\n"),
    });
  }

  async function act() {
    setFailure(undefined);
    const { title, customerName, priority } = facts;
    try {
      setTried(
        await client.post<TriedRouting>("/api/v1/routing/try", {
          workstreamId,
          title,
          customerName,
          priority,
          locale: facts.locale || null,
          context: contextOf(facts.context),
          ...(chosen ? { conversationId: chosen } : {}),
        }),
      );
    } catch (error) {
      setTried(undefined);
      setFailure(error);
    }
  }

  const text = (name: "title" | "customerName" | "locale") => (
    <Field label={own.facts[name]}>
      <Input value={facts[name]} onChange={(_, { value }) => setFacts({ ...facts, [name]: value })} />
    </Field>
  );
  return (
    <Part title={own.title} lead={isSaved ? own.lead : own.leadNew}>
      <Field label={own.recent}>
        <Select value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="">{recent?.length === 0 ? own.noRecent : own.madeUp}</option>
          {recent?.map((one) => (
            <option key={one.id} value={one.id}>
              {own.conversation(one.customerName || texts.common.unknown, one.title, timeOrDate(one.createdAt, now))}
            </option>
          ))}
        </Select>
      </Field>
      {text("title")}
      {text("customerName")}
      {text("locale")}
      <Field label={own.facts.priority}>
        <Select
          value={facts.priority}
          onChange={(_, { value }) => setFacts({ ...facts, priority: value as Facts["priority"] })}
        >
          {Object.entries(texts.priority).map(([priority, label]) => (
            <option key={priority} value={priority}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={own.facts.context} hint={own.facts.contextHint}>
        <Textarea
          value={facts.context}
          resize="vertical"
          onChange={(_, { value }) => setFacts({ ...facts, context: value })}
        />
      </Field>
      <Button className={styles.act} onClick={() => void act()}>
        {own.try}
      </Button>
      <div role="status">
        {failure ? <Problem title={own.failed} detail={problemText(failure)} /> : null}
        {tried ? <Answer tried={tried} /> : null}
      </div>
    </Part>
  );
}

function Answer({ tried }: { tried: TriedRouting }) {
  const styles = useStyles();
  const names = useNames();
  const skills = tried.skills.map(({ skill, proficiency }) => `${skill.name ?? ""} ${proficiency}`);
  return (
    <>
      <Text weight="semibold" block>
        {tried.queue ? own.waitsIn(tried.queue.name ?? "") : own.ends}
      </Text>
      <Text size={200} block>
        {own.priority(texts.priority[tried.priority])}
        {skills.length > 0 ? ` · ${own.skills(skills.join(", "))}` : ""}
      </Text>
      <ol className={styles.decisions}>
        {tried.decisions.map((decision) => {
          const { title, lines } = told(decision as RoutingDecision, names);
          return (
            <li key={(decision as RoutingDecision).number}>
              <Text weight="semibold">{title}</Text>
              {lines.map((line) => (
                <Text key={line} size={200} className={styles.line}>
                  {line}
                </Text>
              ))}
            </li>
          );
        })}
      </ol>
    </>
  );
}

export function contextOf(text: string): Record<string, string> {
  const pairs = text.split("\n").flatMap((line): [string, string][] => {
    const at = line.indexOf("=");
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(pairs);
}
