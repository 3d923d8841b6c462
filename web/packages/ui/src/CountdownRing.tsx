/** A ring that empties as time runs out, with the seconds inside. The time is told, it keeps no clock. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { own } from "./theme";

const size = 44;
const radius = 19;
const circumference = 2 * Math.PI * radius;

const useStyles = makeStyles({
  ring: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  track: { stroke: tokens.colorNeutralStroke2 },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: "13px",
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function CountdownRing(props: { secondsLeft: number; secondsTotal: number; label: string }) {
  const styles = useStyles();
  const left = Math.max(0, Math.ceil(props.secondsLeft));
  const share = props.secondsTotal > 0 ? Math.min(1, Math.max(0, props.secondsLeft / props.secondsTotal)) : 0;
  const color = left <= 10 ? own.danger : tokens.colorBrandForeground1;
  return (
    <svg className={styles.ring} width={size} height={size} role="timer" aria-label={props.label}>
      <circle className={styles.track} cx={size / 2} cy={size / 2} r={radius} fill="none" strokeWidth={3} />
      <circle
        cx={size / 2}
        cy={size / 2}
        r={radius}
        fill="none"
        strokeWidth={3}
        strokeLinecap="round"
        stroke={color}
        strokeDasharray={circumference}
        strokeDashoffset={circumference * (1 - share)}
        transform={`rotate(-90 ${size / 2} ${size / 2})`}
      />
      <text className={styles.text} x="50%" y="50%" dominantBaseline="central" textAnchor="middle" aria-hidden>
        {left}
      </text>
    </svg>
  );
}
