/** `?`: the keys of every command, and whether single keys are heard at all. */
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useStore } from "zustand";
import { hearSingleKeys, looks } from "../../app/looks";
import type { Command, CommandGroup } from "../../commands/command";
import { commands } from "../../commands/registry";
import { texts } from "../../texts";
import { Keys } from "./Keys";

const useStyles = makeStyles({
  groups: { columns: "2 220px", columnGap: tokens.spacingHorizontalXXL },
  group: { breakInside: "avoid", paddingBottom: tokens.spacingVerticalM },
  title: {
    margin: 0,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  lines: { margin: 0 },
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  keys: { margin: 0, display: "flex" },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const order: readonly CommandGroup[] = ["help", "offers", "conversation", "lists", "go", "presence", "looks"];

export default function ShortcutSheet(props: { onClose: () => void }) {
  const styles = useStyles();
  const singleKeys = useStore(looks, (state) => state.singleKeys);
  const words = texts.commands;
  return (
    <Dialog open onOpenChange={(_, data) => data.open || props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.shortcuts}</DialogTitle>
          <DialogContent>
            <div className={styles.groups}>
              {order.map((group) => (
                <Group key={group} group={group} />
              ))}
            </div>
            <Checkbox
              label={words.singleKeys}
              checked={singleKeys}
              onChange={(_, data) => hearSingleKeys(data.checked === true)}
              aria-describedby="single-keys-hint"
            />
            <p id="single-keys-hint" className={styles.hint}>
              {words.singleKeysHint}
            </p>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{texts.common.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Group(props: { group: CommandGroup }) {
  const styles = useStyles();
  const lines = commands.filter((command) => command.group === props.group && command.keys);
  if (lines.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{texts.commands.groups[props.group]}</h3>
      <dl className={styles.lines}>
        {lines.map((command) => (
          <Line key={command.id} command={command} />
        ))}
      </dl>
    </section>
  );
}

function Line({ command: { label, keys } }: { command: Command }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd className={styles.keys}>{keys ? <Keys press={keys} /> : null}</dd>
    </div>
  );
}
