/** The tabs of one session: its conversation and the pages that scripts opened beside it. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { TruncatedText } from "@frontdesk/ui";
import { useDesk } from "../../app/context";
import type { Session } from "../../sessions/store";
import { texts } from "../../texts";
import { useArrowKeys } from "./useArrowKeys";

const useStyles = makeStyles({
  strip: {
    display: "flex",
    flexShrink: 0,
    margin: 0,
    listStyleType: "none",
    overflowX: "auto",
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    display: "flex",
    alignItems: "center",
    maxWidth: "200px",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  open: {
    minWidth: 0,
    height: "28px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

export function AppTabs(props: { session: Session }) {
  const styles = useStyles();
  const desk = useDesk();
  const { session } = props;
  const onKeyDown = useArrowKeys("horizontal", "[data-tab]");
  return (
    <ul aria-label={texts.sessions.tabs} className={styles.strip} onKeyDown={onKeyDown}>
      {session.tabs.map((tab) => {
        const current = tab.id === session.focusedTabId;
        const title = tab.title || texts.sessions.conversationTab;
        return (
          <li key={tab.id} className={mergeClasses(styles.tab, current && styles.current)}>
            <button
              type="button"
              data-tab
              aria-current={current || undefined}
              className={styles.open}
              onClick={() => desk.sessions.focusTab(session.id, tab.id)}
            >
              <TruncatedText text={tab.canClose ? title : texts.sessions.conversationTab} />
            </button>
            {tab.canClose ? (
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={texts.sessions.closeTab(title)}
                onClick={() => desk.sessions.closeTab(session.id, tab.id)}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
