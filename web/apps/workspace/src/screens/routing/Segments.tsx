/** Each stay in a queue: how long the customer waited there, and how it ended. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { QueueSegment } from "@frontdesk/api";
import { useNow } from "../../app/context";
import { type Names, nameOfQueue } from "../../routing/names";
import { texts } from "../../texts";
import { fullTime, spokenSpan, timeOrDate } from "../../texts/time";
import { Section } from "./parts";

const useStyles = makeStyles({
  segments: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  segment: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  queue: { fontWeight: tokens.fontWeightSemibold },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  story: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground2 },
});

export function Segments({ segments, names }: { segments: readonly QueueSegment[]; names: Names }) {
  const styles = useStyles();
  const now = useNow();
  return (
    <Section title={texts.routing.segments.title}>
      <ol className={styles.segments}>
        {segments.map((segment) => (
          <li key={segment.number} className={styles.segment}>
            <span className={styles.queue}>{nameOfQueue(segment.queue)}</span>
            <time className={styles.meta} dateTime={segment.startedAt} title={fullTime(segment.startedAt)}>
              {timeOrDate(segment.startedAt, now)}
            </time>
            <span className={styles.story}>{storyOf(segment, names)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function storyOf(segment: QueueSegment, names: Names): string {
  const words = texts.routing.segments;
  const parts = [words.from[segment.creationReason]];
  if (segment.firstWaitMs != null) parts.push(words.waited(spokenSpan(segment.firstWaitMs)));
  if (segment.declines > 0) parts.push(words.declines(segment.declines));
  if (segment.agent) parts.push(words.by(names.who(segment.agent)));
  if (segment.talkMs > 0) parts.push(words.talked(spokenSpan(segment.talkMs)));
  if (segment.abandoned) parts.push(words.abandoned);
  else if (segment.closureReason) parts.push(words.to[segment.closureReason]);
  else if (!segment.endedAt) parts.push(words.now);
  return parts.join(" · ");
}
