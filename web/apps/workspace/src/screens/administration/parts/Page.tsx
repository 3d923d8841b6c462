/** The frame of a screen that is no list of pieces: its title, its lead, its content. */
import { makeStyles, Subtitle1, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { BackToNav } from "../BackToNav";

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  head: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  titles: { flexGrow: 1, flexBasis: "240px", minWidth: 0 },
  title: { margin: 0 },
  lead: { display: "block", color: tokens.colorNeutralForeground3 },
  body: { flexGrow: 1, minHeight: 0, overflowY: "auto", scrollbarWidth: "thin", padding: tokens.spacingHorizontalL },
});

export function Page(props: { title: string; lead: string; act?: ReactNode; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <BackToNav />
        <div className={styles.titles}>
          <Subtitle1 as="h2" className={styles.title}>
            {props.title}
          </Subtitle1>
          <Text size={200} className={styles.lead}>
            {props.lead}
          </Text>
        </div>
        {props.act}
      </div>
      <div className={styles.body}>{props.children}</div>
    </div>
  );
}
