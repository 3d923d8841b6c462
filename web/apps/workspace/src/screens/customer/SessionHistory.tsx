/** Each search for an agent and what came of it, newest first. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useDesk, useNow } from "../../app/context";
import { agentQuery, queueName, queueQuery } from "../../app/queries";
import type { ConversationSession } from "../../model";
import { texts } from "../../texts";
import { fullTime, timeOrDate } from "../../texts/time";

const useStyles = makeStyles({
  sessions: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  session: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});

export function SessionHistory(props: { sessions: readonly ConversationSession[] }) {
  const styles = useStyles();
  const desk = useDesk();
  const now = useNow();
  const { data: agents } = useQuery(agentQuery(desk));
  const { data: queues } = useQuery(queueQuery(desk));
  const newestFirst = props.sessions.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <ol className={styles.sessions}>
      {newestFirst.map((session) => {
        const agent = agents?.find((item) => item.agent.id === session.agentId)?.agent.name;
        return (
          <li key={session.id} className={styles.session}>
            <span>{agent ?? queueName(queues, session.queueId) ?? texts.session.searching}</span>
            <time className={styles.meta} dateTime={session.createdAt} title={fullTime(session.createdAt)}>
              {timeOrDate(session.createdAt, now)}
            </time>
            <span className={styles.meta}>{stateOf(session, agent)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(session: ConversationSession, agent: string | undefined): string {
  const closures: Record<string, string> = texts.closure;
  if (session.status !== "open") return closures[session.closureReason ?? ""] ?? texts.status.closed;
  if (session.agentAcceptedAt) return texts.session.open;
  return agent ? texts.session.offered(agent) : texts.session.searching;
}
