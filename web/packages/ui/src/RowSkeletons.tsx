/** Placeholders for rows that are on their way. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { Delayed } from "./Delayed";

const useStyles = makeStyles({
  rows: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  row: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

export function RowSkeletons(props: { label: string; rows?: number }) {
  const styles = useStyles();
  return (
    <Delayed>
      <Skeleton aria-label={props.label} className={styles.rows}>
        {Array.from({ length: props.rows ?? 4 }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={row} className={styles.row}>
            <SkeletonItem size={16} style={{ width: "60%" }} />
            <SkeletonItem size={12} />
          </div>
        ))}
      </Skeleton>
    </Delayed>
  );
}
