/** One's own presence, and the choice of another: name, colour and shape. */
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tooltip,
} from "@fluentui/react-components";
import { PresenceMark } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { setPresence } from "../../actions/records";
import { useDesk } from "../../app/context";
import { meQuery, presenceQuery } from "../../app/queries";
import type { BasePresence, Presence } from "../../model";
import { texts } from "../../texts";

const useStyles = makeStyles({ trigger: { minWidth: "40px", width: "40px", height: "40px", padding: 0 } });

export function PresencePicker(props: { compact?: boolean }) {
  const styles = useStyles();
  const desk = useDesk();
  const { data: me } = useQuery(meQuery(desk));
  const { data: presences } = useQuery(presenceQuery(desk));
  const status = me?.status;
  const current = presences?.find((presence) => presence.id === status?.presenceId);
  const base = status?.base ?? "offline";
  const name = current?.name ?? texts.presence.base[base];
  const choices = (presences ?? []).filter((presence) => presence.settable).toSorted(comparePresences);
  return (
    <Menu
      positioning={{ position: "after", align: "end" }}
      checkedValues={{ presence: current ? [current.id] : [] }}
      onCheckedValueChange={(_, data) => {
        const [chosen] = data.checkedItems;
        if (chosen && chosen !== current?.id) void setPresence(desk, chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={texts.presence.label(name)} relationship="label" positioning="after">
          <Button appearance="subtle" className={styles.trigger} icon={<PresenceMark base={base} />}>
            {props.compact ? null : name}
          </Button>
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={texts.presence.choose}>
          {choices.map((presence) => (
            <MenuItemRadio
              key={presence.id}
              name="presence"
              value={presence.id}
              icon={<PresenceMark base={presence.base} />}
            >
              {presence.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const baseOrder: readonly BasePresence[] = ["available", "busy", "do_not_disturb", "away", "offline", "inactive"];

/** By what they stand for, each state's own first. */
function comparePresences(a: Presence, b: Presence): number {
  return (
    baseOrder.indexOf(a.base) - baseOrder.indexOf(b.base) ||
    Number(b.isDefault) - Number(a.isDefault) ||
    a.name.localeCompare(b.name)
  );
}
