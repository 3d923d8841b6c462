/** Ctrl/Command+K: everything that can be done now, found by a few letters. */
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { choicesOf } from "../../commands/choices";
import type { Command } from "../../commands/command";
import { find } from "../../commands/find";
import { commands } from "../../commands/registry";
import { useScene } from "../../commands/scene";
import { texts } from "../../texts";
import { Keys } from "./Keys";

const useStyles = makeStyles({
  surface: { padding: 0, maxWidth: "min(560px, calc(100vw - 24px))", marginTop: "10vh", overflow: "hidden" },
  // The dialog's own grid leaves room for a title and buttons that there are not.
  body: { display: "block", maxHeight: "min(480px, 70vh)", padding: 0 },
  content: { display: "flex", flexDirection: "column", maxHeight: "inherit", padding: 0, overflow: "hidden" },
  field: { margin: tokens.spacingHorizontalM, flexShrink: 0 },
  list: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    minHeight: "88px",
    overflowY: "auto",
    scrollbarWidth: "thin",
  },
  group: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  choice: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "32px",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: "-2px",
  },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  nothing: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

export default function Palette(props: { onClose: () => void }) {
  const styles = useStyles();
  const sceneNow = useScene();
  const { onClose } = props;
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const chosen = useRef<HTMLDivElement>(null);
  // What was possible when it opened: rows that come and go under the reader's eyes would be chosen by mistake.
  const [{ scene, all }] = useState(() => {
    const now = sceneNow();
    const named = commands.filter((command) => !command.byKeyAlone && command.when(now));
    return { scene: now, all: [...named, ...choicesOf(now)] };
  });
  const found = useMemo(() => inGroups(find(all, typed)), [all, typed]);
  useEffect(() => {
    if (found[at]) chosen.current?.scrollIntoView({ block: "nearest" });
  }, [found, at]);

  function run(command: Command) {
    onClose();
    command.run(scene);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    const next = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last }[event.key];
    const command = found[at];
    if (event.key === "Enter" && command) run(command);
    else if (next !== undefined && (!typed || !["Home", "End"].includes(event.key))) setAt(Math.max(0, next));
    else return;
    event.preventDefault();
  }

  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <Dialog open onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface aria-label={texts.commands.title} className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogContent className={styles.content}>
            <Input
              className={styles.field}
              size="large"
              contentBefore={<SearchRegular />}
              value={typed}
              placeholder={texts.commands.placeholder}
              input={{
                role: "combobox",
                "aria-label": texts.commands.placeholder,
                "aria-expanded": true,
                "aria-controls": listId,
                "aria-autocomplete": "list",
                "aria-activedescendant": found[at] ? optionId(at) : undefined,
              }}
              onChange={(_, data) => {
                setTyped(data.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
            <span className="visually-hidden" role="status">
              {typed ? texts.commands.found(found.length) : ""}
            </span>
            <div id={listId} role="listbox" aria-label={texts.commands.results} className={styles.list}>
              {found.map((command, index) => (
                <div key={command.id} role="presentation">
                  {command.group !== found[index - 1]?.group ? (
                    <div role="presentation" className={styles.group}>
                      {texts.commands.groups[command.group]}
                    </div>
                  ) : null}
                  {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen one */}
                  {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys */}
                  <div
                    id={optionId(index)}
                    ref={index === at ? chosen : undefined}
                    role="option"
                    aria-selected={index === at}
                    className={mergeClasses(styles.choice, index === at && styles.chosen)}
                    onClick={() => run(command)}
                  >
                    <span className={styles.label}>{command.label}</span>
                    {command.keys ? <Keys press={command.keys} /> : null}
                  </div>
                </div>
              ))}
            </div>
            {found.length === 0 ? <div className={styles.nothing}>{texts.commands.nothing(typed)}</div> : null}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Groups stay together, each where its best command stands. */
function inGroups(found: readonly Command[]): Command[] {
  const groups = new Map<string, Command[]>();
  for (const command of found) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups.values()].flat();
}
