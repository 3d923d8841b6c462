/** Every decision so far, oldest first. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { RoutingDecision } from "@frontdesk/api";
import { useNow } from "../../app/context";
import type { Names } from "../../routing/names";
import { told } from "../../routing/words";
import { texts } from "../../texts";
import { fullTime, timeOrDate } from "../../texts/time";
import { Section } from "./parts";

const useStyles = makeStyles({
  decisions: { margin: 0, padding: 0, listStyleType: "none" },
  decision: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalXL,
    paddingBottom: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "::before": {
      content: '""',
      position: "absolute",
      top: "5px",
      insetInlineStart: "2px",
      width: "7px",
      height: "7px",
      borderRadius: "50%",
      backgroundColor: tokens.colorNeutralForeground4,
    },
    "::after": {
      content: '""',
      position: "absolute",
      top: "14px",
      bottom: "-4px",
      insetInlineStart: "5px",
      width: "1px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ":last-child::after": { display: "none" },
    ":last-child": { paddingBottom: 0 },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  line: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground2 },
});

export function History({ decisions, names }: { decisions: readonly RoutingDecision[]; names: Names }) {
  const styles = useStyles();
  const now = useNow();
  return (
    <Section title={texts.routing.history.title}>
      {decisions.length === 0 ? <span className={styles.line}>{texts.routing.history.none}</span> : null}
      <ol className={styles.decisions}>
        {decisions.map((decision) => {
          const { title, lines } = told(decision, names);
          const { number, at } = decision;
          return (
            <li key={number} className={styles.decision}>
              <span className={styles.title}>{title}</span>
              <time className={styles.time} dateTime={at} title={fullTime(at)}>
                {timeOrDate(at, now)}
              </time>
              {lines.map((line) => (
                <span key={line} className={styles.line}>
                  {line}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
