/** A presence as colour and shape; the word beside it is the caller's. */
import { makeStyles } from "@fluentui/react-components";
import {
  CheckmarkCircle16Filled,
  Circle16Filled,
  Clock16Filled,
  DismissCircle16Regular,
  PauseCircle16Filled,
  SubtractCircle16Filled,
} from "@fluentui/react-icons";
import { own } from "./theme";

export type BasePresenceName = "available" | "busy" | "do_not_disturb" | "away" | "offline" | "inactive";

const marks: Record<BasePresenceName, { icon: typeof Circle16Filled; color: string }> = {
  available: { icon: CheckmarkCircle16Filled, color: own.presenceAvailable },
  busy: { icon: Circle16Filled, color: own.presenceBusy },
  do_not_disturb: { icon: SubtractCircle16Filled, color: own.presenceBusy },
  away: { icon: Clock16Filled, color: own.presenceAway },
  offline: { icon: DismissCircle16Regular, color: own.presenceOffline },
  inactive: { icon: PauseCircle16Filled, color: own.presenceAway },
};

const useStyles = makeStyles({ mark: { display: "inline-flex", flexShrink: 0 } });

export function PresenceMark(props: { base: BasePresenceName; className?: string }) {
  const { icon: Icon, color } = marks[props.base];
  const styles = useStyles();
  return (
    <span className={props.className ?? styles.mark} style={{ color }} data-presence={props.base} aria-hidden>
      <Icon />
    </span>
  );
}
