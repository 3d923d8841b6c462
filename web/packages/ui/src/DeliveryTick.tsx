/** How far a message has come, as a mark with its word. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, ClockRegular, ErrorCircleFilled } from "@fluentui/react-icons";
import { own } from "./theme";

export type Delivery = "queued" | "sent" | "delivered" | "read" | "failed";

const useStyles = makeStyles({
  tick: { display: "inline-flex", alignItems: "center", fontSize: "14px", color: tokens.colorNeutralForeground3 },
  second: { marginInlineStart: "-9px" },
  read: { color: tokens.colorBrandForeground1 },
  failed: { color: own.danger },
});

export function DeliveryTick(props: { delivery: Delivery; label: string }) {
  const styles = useStyles();
  const { delivery, label } = props;
  const twice = delivery === "delivered" || delivery === "read";
  const tone = delivery === "read" ? styles.read : delivery === "failed" ? styles.failed : "";
  return (
    <span role="img" aria-label={label} title={label} data-delivery={delivery} className={`${styles.tick} ${tone}`}>
      {delivery === "queued" ? <ClockRegular aria-hidden /> : null}
      {delivery === "failed" ? <ErrorCircleFilled aria-hidden /> : null}
      {delivery === "sent" || twice ? <CheckmarkRegular aria-hidden /> : null}
      {twice ? <CheckmarkRegular aria-hidden className={styles.second} /> : null}
    </span>
  );
}
