/** The usual week as a calendar: when it is open, hour by hour. Holidays and monthly openings are not drawn. */
import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import type { OperatingHours } from "@frontdesk/api";
import { words } from "../../../texts/administration";

type Weekly = NonNullable<OperatingHours["hours"]["weekly"]>[number];
type Day = Weekly["days"][number];

const { operatingHours: own } = words;
const days = Object.keys(own.days) as Day[];
const dayMinutes = 24 * 60;

const useStyles = makeStyles({
  calendar: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  week: {
    display: "grid",
    gridTemplateColumns: "32px repeat(7, minmax(0, 1fr))",
    columnGap: "2px",
    fontSize: tokens.fontSizeBase200,
  },
  head: { textAlign: "center", paddingBottom: tokens.spacingVerticalXS },
  hours: { position: "relative", height: "288px" },
  hour: {
    position: "absolute",
    insetInlineEnd: "4px",
    transform: "translateY(-50%)",
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  day: {
    position: "relative",
    height: "288px",
    backgroundColor: tokens.colorNeutralBackground3,
    backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 71px, ${tokens.colorNeutralStroke2} 71px 72px)`,
    borderRadius: tokens.borderRadiusSmall,
    overflow: "hidden",
  },
  open: {
    position: "absolute",
    insetInline: 0,
    boxSizing: "border-box",
    backgroundColor: tokens.colorBrandBackground2,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

export interface Block {
  from: number;
  to: number;
}

/** Minutes from midnight; what goes past midnight ends on the next day. */
export function blocksOf(weekly: readonly Weekly[], day: Day): Block[] {
  const before = days[(days.indexOf(day) + days.length - 1) % days.length] as Day;
  return weekly.flatMap(({ days: on, from, to }) => {
    const [begins, ends] = [minutes(from), minutes(to)];
    if (begins === undefined || ends === undefined) return [];
    const isOver = ends <= begins;
    const own = on.includes(day) ? [{ from: begins, to: isOver ? dayMinutes : ends }] : [];
    const rest = isOver && on.includes(before) && ends > 0 ? [{ from: 0, to: ends }] : [];
    return [...own, ...rest];
  });
}

function minutes(time: string): number | undefined {
  const [hours, rest] = time.split(":").map(Number);
  return hours === undefined || rest === undefined || Number.isNaN(hours + rest) ? undefined : hours * 60 + rest;
}

export function WeekCalendar({ hours }: { hours: OperatingHours["hours"] }) {
  const styles = useStyles();
  const weekly = hours.weekly ?? [];
  const summary = days.map((day) => {
    const spans = weekly.filter(({ days: on }) => on.includes(day)).map(({ from, to }) => `${from}–${to}`);
    return `${own.days[day]}: ${spans.join(", ") || own.closed}`;
  });
  return (
    <div className={styles.calendar}>
      <Subtitle2 as="h3" className={styles.title}>
        {own.usualWeek}
      </Subtitle2>
      <div className={styles.week} role="img" aria-label={summary.join("; ")}>
        <span />
        {days.map((day) => (
          <span key={day} className={styles.head}>
            {own.shortDays[day]}
          </span>
        ))}
        <div className={styles.hours}>
          {[6, 12, 18].map((hour) => (
            <span key={hour} className={styles.hour} style={{ top: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <div key={day} className={styles.day}>
            {blocksOf(weekly, day).map(({ from, to }) => (
              <div
                key={`${from}-${to}`}
                className={styles.open}
                style={{ top: `${(from / dayMinutes) * 100}%`, height: `${((to - from) / dayMinutes) * 100}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <Text size={200} className={styles.hint}>
        {own.usualWeekHint(hours.timeZone)}
      </Text>
    </div>
  );
}
