/** Where to go: a rail at the left, or a bar at the foot of a phone. */
import { Button, makeStyles, mergeClasses, Tooltip, tokens } from "@fluentui/react-components";
import {
  ChatMultipleFilled,
  ChatMultipleRegular,
  ChatRegular,
  EyeFilled,
  EyeRegular,
  PersonRegular,
  SettingsFilled,
  SettingsRegular,
} from "@fluentui/react-icons";
import { useLocation, useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useDesk, useSelected } from "../../app/context";
import { oversees } from "../../model";
import { homeSessionId } from "../../sessions/store";
import { texts } from "../../texts";
import { administration } from "../administration/address";
import { PresencePicker } from "./PresencePicker";
import { ProfileMenu } from "./ProfileMenu";
import { isAdministration } from "./useAddress";
import { type Pane, view } from "./view";

const useStyles = makeStyles({
  rail: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    minHeight: 0,
  },
  bottom: {
    flexDirection: "row",
    justifyContent: "space-around",
    borderRight: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    paddingBottom: `max(${tokens.spacingVerticalXS}, env(safe-area-inset-bottom))`,
    columnGap: "2px",
  },
  mark: {
    width: "32px",
    height: "32px",
    marginBottom: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    display: "grid",
    placeItems: "center",
    fontWeight: tokens.fontWeightBold,
  },
  item: { minWidth: "40px", width: "40px", height: "40px", padding: 0 },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected, color: tokens.colorBrandForeground1 },
  space: { flexGrow: 1 },
});

export function Rail(props: { bottom?: boolean }) {
  const styles = useStyles();
  const desk = useDesk();
  const { area, pane } = useSelected(view, (state) => state);
  const navigate = useNavigate();
  const administering = isAdministration(useLocation().pathname);
  const hasConversation = useSelected(desk.sessions.store, (state) => state.focusedId !== homeSessionId);
  const bottom = props.bottom ?? false;
  const inList = !administering && (!bottom || pane === "list");
  const goTo = (next: typeof area, to: Pane = "list") => {
    view.setState({ area: next, pane: to });
    if (!administering) return;
    const { conversationId } = desk.sessions.focused();
    void navigate({ to: conversationId ? `/conversations/${conversationId}` : "/" });
  };
  return (
    <nav aria-label={texts.rail.label} className={mergeClasses(styles.rail, bottom && styles.bottom)}>
      {bottom ? null : (
        <span className={styles.mark} aria-hidden>
          F
        </span>
      )}
      <Item
        label={texts.rail.inbox}
        icon={area === "inbox" && inList ? <ChatMultipleFilled /> : <ChatMultipleRegular />}
        current={area === "inbox" && inList}
        onClick={() => goTo("inbox")}
      />
      {oversees(desk.me.role) ? (
        <Item
          label={texts.rail.ongoing}
          icon={area === "ongoing" && inList ? <EyeFilled /> : <EyeRegular />}
          current={area === "ongoing" && inList}
          onClick={() => goTo("ongoing")}
        />
      ) : null}
      {bottom && hasConversation
        ? (["conversation", "customer"] as const).map((name) => (
            <Item
              key={name}
              label={texts.rail[name]}
              icon={name === "customer" ? <PersonRegular /> : <ChatRegular />}
              current={!administering && pane === name}
              onClick={() => goTo(area, name)}
            />
          ))
        : null}
      {desk.me.role === "administrator" ? (
        <Item
          label={texts.rail.administration}
          icon={administering ? <SettingsFilled /> : <SettingsRegular />}
          current={administering}
          onClick={() => void navigate(administration())}
        />
      ) : null}
      {bottom ? null : <span className={styles.space} />}
      <PresencePicker compact />
      <ProfileMenu />
    </nav>
  );
}

function Item(props: { label: string; icon: ReactElement; current: boolean; onClick: () => void }) {
  const styles = useStyles();
  return (
    <Tooltip content={props.label} relationship="label" positioning="after">
      <Button
        appearance="subtle"
        size="large"
        icon={props.icon}
        aria-current={props.current ? "page" : undefined}
        className={mergeClasses(styles.item, props.current && styles.current)}
        onClick={props.onClick}
      />
    </Tooltip>
  );
}
