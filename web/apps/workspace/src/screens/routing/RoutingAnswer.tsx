/** The whole answer: the sentence that matters first, then what it rests on. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ConversationRouting, Participant, RoutingStep, StepOf } from "@frontdesk/api";
import { useNow } from "../../app/context";
import type { Conversation } from "../../model";
import { type Names, nameOfQueue } from "../../routing/names";
import { changes, leadLines, placeText } from "../../routing/waiting";
import { assignedLine, classifiedLines, handedLines, queuedLines } from "../../routing/words";
import { texts } from "../../texts";
import { spokenSpan } from "../../texts/time";
import { Considering } from "./Considering";
import { Demand } from "./Demand";
import { History } from "./History";
import { Lines, Section } from "./parts";
import { Saw } from "./Saw";
import { Segments } from "./Segments";

const useStyles = makeStyles({
  lead: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  first: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  line: { margin: 0 },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

interface Props {
  conversation: Conversation;
  routing: ConversationRouting;
  participants: readonly Participant[];
  names: Names;
}

export function RoutingAnswer(props: Props) {
  const { conversation, routing, names } = props;
  const classified = last(routing, "classified");
  const queued = last(routing, "queued");
  return (
    <>
      {routing.waiting ? <Waiting {...props} /> : conversation.activeAgentId ? <Assigned {...props} /> : null}
      {classified ? <Classified step={classified} /> : null}
      {queued ? <Queued step={queued} names={names} /> : null}
      <History decisions={routing.decisions} names={names} />
      {routing.segments.length > 0 ? <Segments segments={routing.segments} names={names} /> : null}
    </>
  );
}

function Waiting({ conversation, routing, names }: Props) {
  const now = useNow();
  if (!routing.waiting) return null;
  const { considered, demand } = routing.waiting;
  const waitedMs = conversation.queuedAt ? Math.max(0, now - Date.parse(conversation.queuedAt)) : demand.waitedMs;
  const needed = changes(routing.waiting, waitedMs, names);
  return (
    <>
      <Lead lines={leadLines(routing.waiting, names)} meta={placeText(routing.waiting, waitedMs)} />
      {needed.length > 0 ? (
        <Section title={texts.routing.change.title}>
          <Lines lines={needed} marked />
        </Section>
      ) : null}
      <Considering considered={considered} demand={demand} names={names} asOfNow picked={!routing.waiting.isPushed} />
      <Demand demand={demand} />
    </>
  );
}

/** The decision that brought it to whoever has it; where there is none, somebody chose by hand. */
function Assigned({ conversation, routing, participants, names }: Props) {
  const { assigned } = texts.routing;
  const step = assignmentOf(routing, conversation.activeAgentId);
  if (!step) {
    const theirs = ({ mode, agentId }: Participant) => mode === "primary" && agentId === conversation.activeAgentId;
    const seat = participants.findLast(theirs);
    return <Lead lines={seat ? handedLines(seat, names) : [assigned.byHand]} />;
  }
  const others = step.considered.eligible.filter((agent) => agent.id !== step.agent.id).length;
  const compared = step.because !== "affinity";
  const beside = others > 0 ? [assigned.others(others)] : compared ? [assigned.onlyOne] : [];
  return (
    <>
      <Lead
        lines={[assignedLine(step, names), ...beside]}
        meta={`${nameOfQueue(step.queue)} · ${assigned.waited(spokenSpan(step.demand.waitedMs))}`}
      />
      <Considering considered={step.considered} demand={step.demand} names={names} />
      <Demand demand={step.demand} />
    </>
  );
}

function Lead(props: { lines: readonly string[]; meta?: string }) {
  const styles = useStyles();
  const [first, ...more] = props.lines;
  return (
    <div className={styles.lead}>
      <p className={styles.first}>{first}</p>
      {more.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {props.meta ? <p className={styles.meta}>{props.meta}</p> : null}
    </div>
  );
}

function Classified({ step }: { step: StepOf<"classified"> }) {
  return (
    <Section title={texts.routing.classified.title}>
      <Lines lines={classifiedLines(step)} />
      <Saw saw={step.saw} />
    </Section>
  );
}

function Queued({ step, names }: { step: StepOf<"queued">; names: Names }) {
  return (
    <Section title={texts.routing.queued.title}>
      <Lines lines={queuedLines(step, names)} />
      <Saw saw={step.saw} />
    </Section>
  );
}

function last<Kind extends RoutingStep["kind"]>(routing: ConversationRouting, kind: Kind): StepOf<Kind> | undefined {
  return routing.decisions.findLast((step) => step.kind === kind) as StepOf<Kind> | undefined;
}

/** Only while nothing was decided since: a later queue means that it went through other hands. */
function assignmentOf(routing: ConversationRouting, agentId: string | null): StepOf<"assigned"> | undefined {
  const step = routing.decisions.at(-1);
  return step?.kind === "assigned" && step.agent.id === agentId ? step : undefined;
}
