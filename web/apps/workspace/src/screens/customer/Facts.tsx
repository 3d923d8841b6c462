/** A conversation's facts, and what the customer's page said about them, as names and values. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../../app/context";
import { agentQuery, queueName, queueQuery, workstreamQuery } from "../../app/queries";
import type { Conversation } from "../../model";
import { texts } from "../../texts";
import { fullTime, spokenSpan } from "../../texts/time";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(88px, auto) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

export function Facts(props: { conversation: Conversation }) {
  const desk = useDesk();
  const { conversation } = props;
  const { data: queues } = useQuery(queueQuery(desk));
  const { data: workstreams } = useQuery(workstreamQuery(desk));
  const { data: agents } = useQuery(agentQuery(desk));
  const names = texts.customer.facts;
  const workstream = workstreams?.find((known) => known.id === conversation.workstreamId)?.name;
  const agent = agents?.find((item) => item.agent.id === conversation.listAgentId)?.agent.name;
  return (
    <Pairs
      pairs={[
        [names.agent, agent],
        [names.channel, texts.channel[conversation.channel]],
        [names.queue, queueName(queues, conversation.queueId)],
        [names.workstream, workstream],
        [names.priority, texts.priority[conversation.priority]],
        [names.created, fullTime(conversation.createdAt)],
        [names.wait, conversation.firstWaitMs == null ? undefined : spokenSpan(conversation.firstWaitMs)],
        [names.transfers, conversation.transferCount ? String(conversation.transferCount) : undefined],
        [names.language, conversation.locale ?? undefined],
      ]}
    />
  );
}

/** What was asked before the chat stands first, in the words it was asked with. */
export function Context(props: { conversation: Conversation }) {
  const { context, preChat = [] } = props.conversation;
  const asked = new Set(preChat.map(({ name }) => name));
  const rest = context.filter(({ name }) => !asked.has(name));
  const answers = preChat.map(({ question, answer }): [string, string] => [question, answer]);
  return <Pairs pairs={[...answers, ...rest.map(({ name, value }): [string, string] => [name, value])]} />;
}

function Pairs(props: { pairs: [string, string | undefined][] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {props.pairs
        .filter((pair): pair is [string, string] => Boolean(pair[1]))
        .map(([name, value]) => (
          <Pair key={name} name={name} value={value} />
        ))}
    </dl>
  );
}

function Pair(props: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{props.name}</dt>
      <dd className={styles.value}>{props.value}</dd>
    </>
  );
}
