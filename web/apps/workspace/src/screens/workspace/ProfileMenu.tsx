/** Who is signed in, notifications, and the way out. */
import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  Tooltip,
  tokens,
} from "@fluentui/react-components";
import { AlertRegular, KeyboardRegular, SearchRegular, SignOutRegular } from "@fluentui/react-icons";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import { texts } from "../../texts";
import { LanguageMenu, ThemeMenu } from "./LooksMenus";
import { view } from "./view";

const useStyles = makeStyles({
  trigger: { minWidth: "40px", width: "40px", height: "40px", padding: 0 },
  who: { display: "flex", flexDirection: "column", padding: tokens.spacingHorizontalS },
  meta: { color: tokens.colorNeutralForeground3 },
});

export function ProfileMenu() {
  const styles = useStyles();
  const desk = useDesk();
  const router = useRouter();
  const { me } = desk;
  const initials = initialsOf(me.name);
  const [permission, setPermission] = useState(globalThis.Notification?.permission ?? "denied");

  async function signOut() {
    try {
      await desk.server.signOut();
    } catch (error) {
      desk.notices.error(texts.problems.unexpected, problemText(error));
      return;
    }
    await router.navigate({ to: "/sign-in" });
    desk.cache.clear();
  }

  return (
    <Menu positioning={{ position: "after", align: "end" }}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={texts.profile.label(initials, me.name)} relationship="label" positioning="after">
          <Button
            appearance="subtle"
            shape="circular"
            className={styles.trigger}
            icon={<Avatar name={me.name} initials={initials} size={28} color="brand" aria-hidden />}
          />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{me.organizationName}</MenuGroupHeader>
            <div className={styles.who}>
              <Text weight="semibold">{me.name}</Text>
              <Text size={200} className={styles.meta}>
                {me.email}
              </Text>
              <Text size={200} className={styles.meta}>
                {texts.profile.role[me.role]}
              </Text>
            </div>
          </MenuGroup>
          <MenuDivider />
          <MenuItem icon={<SearchRegular />} onClick={() => view.setState({ overlay: "palette" })}>
            {texts.commands.title}
          </MenuItem>
          <MenuItem icon={<KeyboardRegular />} onClick={() => view.setState({ overlay: "shortcuts" })}>
            {texts.commands.shortcuts}
          </MenuItem>
          <LanguageMenu />
          <ThemeMenu />
          {permission === "default" ? (
            <MenuItem
              icon={<AlertRegular />}
              onClick={async () => setPermission(await globalThis.Notification.requestPermission())}
            >
              {texts.profile.notificationsOn}
            </MenuItem>
          ) : null}
          <MenuItem icon={<SignOutRegular />} onClick={signOut}>
            {texts.signIn.signOut}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}
