/** The audit log: who changed what of the set-up, with how it was and how it became. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { EmptyState, Problem, RowSkeletons } from "@frontdesk/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNow } from "../../../app/context";
import { problemText } from "../../../app/problems";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { fullTime, timeOrDate } from "../../../texts/time";
import { useClient, useListed } from "../kit/data";
import { Page } from "../parts/Page";
import { differences } from "./differences";

const { audit: own } = words;

interface Change {
  number: number;
  at: string;
  by: { id: string; name: string | null } | null;
  noun: string;
  id: string;
  name: string;
  before: unknown;
  after: unknown;
}

interface Changes {
  items: Change[];
  nextBefore: number | null;
}

const useStyles = makeStyles({
  changes: { maxWidth: "880px" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: "grid", minWidth: 0, paddingBlock: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  meta: { color: tokens.colorNeutralForeground3 },
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      textAlign: "start",
      verticalAlign: "top",
      padding: tokens.spacingVerticalXS,
      overflowWrap: "anywhere",
      whiteSpace: "pre-wrap",
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  none: { color: tokens.colorNeutralForeground3 },
  more: { marginTop: tokens.spacingVerticalM },
});

function AuditScreen() {
  const styles = useStyles();
  const client = useClient();
  const now = useNow();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam }) => client.get<Changes>("/api/v1/audit", { limit: 50, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextBefore }) => nextBefore ?? undefined,
    refetchOnMount: "always",
  });
  const changes = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={own.many} lead={own.lead}>
      {error && !data ? (
        <Problem
          title={texts.problems.listFailed}
          detail={problemText(error)}
          action={{ label: texts.common.retry, onClick: () => void refetch() }}
        />
      ) : null}
      {!data && !error ? <RowSkeletons label={texts.common.loading} /> : null}
      {data && changes.length === 0 ? <EmptyState title={own.empty} hint={own.emptyHint} /> : null}
      <Accordion collapsible className={styles.changes}>
        {changes.map((change) => (
          <AccordionItem key={change.number} value={change.number} className={styles.item}>
            <AccordionHeader>
              <span className={styles.head}>
                <Text>{sentence(change)}</Text>
                <Text size={200} className={styles.meta} title={fullTime(change.at)}>
                  {timeOrDate(change.at, now)} · {change.by ? (change.by.name ?? own.somebody) : own.commandLine}
                </Text>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <Differences change={change} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      {hasNextPage ? (
        <Button className={styles.more} disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {texts.common.more}
        </Button>
      ) : null}
    </Page>
  );
}

function sentence({ noun, name, before, after }: Change): string {
  const called = own.nouns[noun as keyof typeof own.nouns] ?? noun;
  if (!before) return own.created(called, name);
  return after ? own.changed(called, name) : own.deleted(called, name);
}

function Differences({ change }: { change: Change }) {
  const styles = useStyles();
  const name = useNameOfAny();
  const found = differences(change.before ?? {}, change.after ?? {});
  if (found.length === 0) return <Text className={styles.none}>{own.nothing}</Text>;
  const cell = (text: string | undefined) =>
    text === undefined ? <span className={styles.none}>{texts.common.none}</span> : name(text);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{own.what}</th>
          <th>{own.before}</th>
          <th>{own.after}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{path}</th>
            <td>{cell(before)}</td>
            <td>{cell(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Ids within a text, as the names that their pieces have now. */
function useNameOfAny(): (text: string) => string {
  const queues = useListed<{ id: string; name: string }>("queues");
  const workstreams = useListed<{ id: string; name: string }>("workstreams");
  const skills = useListed<{ id: string; name: string }>("skills");
  const agents = useListed<{ agent: { id: string; name: string } }>("agents").map(({ agent }) => agent);
  const all = new Map([...queues, ...workstreams, ...skills, ...agents].map(({ id, name }) => [id, name]));
  return (text) => text.replaceAll(uuid, (id) => all.get(id) ?? id);
}

export const auditScreen = { path: "audit", words: own, Screen: AuditScreen };
