/** The agent's open sessions as a strip of tabs, each with its unread messages and its X. */
import { Button, CounterBadge, makeStyles, mergeClasses, Tooltip, tokens } from "@fluentui/react-components";
import { DismissRegular, HomeRegular } from "@fluentui/react-icons";
import { ChannelMark, TruncatedText } from "@frontdesk/ui";
import { closeSession } from "../../actions/conversation";
import { useDesk, useSelected } from "../../app/context";
import { isInHand } from "../../model";
import { homeSessionId, type Session } from "../../sessions/store";
import { TemplateMark } from "../../templates/TemplateMark";
import { texts } from "../../texts";
import { useTabLook } from "./tabLook";
import { useArrowKeys } from "./useArrowKeys";

const useStyles = makeStyles({
  strip: {
    display: "flex",
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    overflowX: "auto",
    scrollbarWidth: "thin",
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    flex: "0 1 180px",
    minWidth: "112px",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  home: { flex: "0 0 auto", minWidth: 0 },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 2px 0 ${tokens.colorBrandStroke1}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1 },
  },
  // A script asked for attention: said by the colour of the tab until it is focused.
  calls: { backgroundColor: tokens.colorBrandBackground2 },
  open: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    flexGrow: 1,
    minWidth: 0,
    height: "36px",
    padding: `0 ${tokens.spacingHorizontalXS} 0 ${tokens.spacingHorizontalM}`,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  openHome: { paddingInlineEnd: tokens.spacingHorizontalM },
  name: { flexGrow: 1 },
  close: { minWidth: "24px", width: "24px", height: "24px", marginInlineEnd: tokens.spacingHorizontalXS },
});

export function SessionTabs() {
  const styles = useStyles();
  const desk = useDesk();
  const { sessions, focusedId } = useSelected(desk.sessions.store, (state) => state);
  const onKeyDown = useArrowKeys("horizontal", "[data-session]");
  return (
    <ul aria-label={texts.sessions.label} className={styles.strip} onKeyDown={onKeyDown}>
      {sessions.map((session) => (
        <SessionTab key={session.id} session={session} current={session.id === focusedId} />
      ))}
    </ul>
  );
}

function SessionTab(props: { session: Session; current: boolean }) {
  const styles = useStyles();
  const desk = useDesk();
  const { session, current } = props;
  const { name, icon, conversation } = useTabLook(session);
  const isHome = session.id === homeSessionId;
  const leaving =
    conversation && isInHand(conversation, desk.me.id)
      ? conversation.mode === "live_chat"
        ? texts.conversation.leave.live_chat
        : texts.conversation.leave.other
      : texts.sessions.close(name);
  return (
    <li
      className={mergeClasses(
        styles.tab,
        isHome && styles.home,
        current && styles.current,
        session.calls && styles.calls,
      )}
    >
      <button
        type="button"
        data-session
        aria-current={current || undefined}
        aria-label={isHome ? name : undefined}
        className={mergeClasses(styles.open, isHome && styles.openHome)}
        onClick={() => desk.sessions.focus(session.id)}
      >
        {isHome ? <HomeRegular fontSize={16} aria-hidden /> : null}
        {icon !== "channel" ? (
          <TemplateMark icon={icon} />
        ) : conversation ? (
          <ChannelMark channel={conversation.channel} label={texts.channel[conversation.channel]} />
        ) : null}
        {isHome ? null : <TruncatedText text={name} className={styles.name} />}
        {conversation && conversation.unread > 0 ? (
          <CounterBadge
            count={conversation.unread}
            size="small"
            color="brand"
            aria-label={texts.lists.unread(conversation.unread)}
          />
        ) : null}
      </button>
      {isHome ? null : (
        <Tooltip content={leaving} relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={<DismissRegular />}
            className={styles.close}
            onClick={() => void closeSession(desk, session.id)}
          />
        </Tooltip>
      )}
    </li>
  );
}
