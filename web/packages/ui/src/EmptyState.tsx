/** What a list says when it has nothing to show: what that means, and the next step. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  state: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}`,
    color: tokens.colorNeutralForeground3,
  },
  icon: { fontSize: "32px", display: "inline-flex", color: tokens.colorNeutralForeground4 },
  title: { color: tokens.colorNeutralForeground2 },
  hint: { maxWidth: "36ch" },
});

export function EmptyState(props: { icon?: ReactNode; title: string; hint?: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      {props.icon ? (
        <span className={styles.icon} aria-hidden>
          {props.icon}
        </span>
      ) : null}
      <Text weight="semibold" className={styles.title}>
        {props.title}
      </Text>
      {props.hint ? (
        <Text align="center" className={styles.hint}>
          {props.hint}
        </Text>
      ) : null}
      {props.children}
    </div>
  );
}
