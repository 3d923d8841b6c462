/** Chooses a colleague or a queue. Who can be chosen, and what is done with the choice, is told by whoever asks. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  RadioGroup,
  SearchBox,
  Tab,
  TabList,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { useDesk } from "../../app/context";
import { keys } from "../../app/keys";
import type { AgentItem, Queue, To } from "../../model";
import { texts } from "../../texts";
import { AgentChoices, QueueChoices } from "./choices";

const useStyles = makeStyles({
  surface: { maxWidth: "480px" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  search: { width: "100%", maxWidth: "none" },
  choices: { height: "320px", maxHeight: "45vh", overflowY: "auto", scrollbarWidth: "thin" },
});

export interface ToWhomProps {
  title: string;
  lead?: string;
  /** Names the choices to whoever cannot see them. */
  to: string;
  submit: string;
  /** Queues stand there first; otherwise agents. */
  queuesFirst?: boolean;
  /** Whether somebody is worth showing at all; everybody is unless told otherwise. */
  showsAgent?: (item: AgentItem) => boolean;
  /** Why this agent cannot be chosen, given the name of their presence; nothing where they can. */
  agentObstacle: (item: AgentItem, presence: string) => string | undefined;
  queueObstacle?: (queue: Queue) => string | undefined;
  /** What is said of a queue without agents that can be chosen all the same. */
  emptyQueue?: string;
  /** More to decide, under the choices. */
  children?: ReactNode;
  /** Answers whether it was done: then the dialog closes. */
  onSubmit: (to: To) => Promise<boolean>;
  onClose: () => void;
}

export function ToWhomDialog(props: ToWhomProps) {
  const styles = useStyles();
  const desk = useDesk();
  const { onSubmit, onClose } = props;
  const [kind, setKind] = useState<"agents" | "queues">(props.queuesFirst ? "queues" : "agents");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // Presence and load as they are now.
    void desk.cache.invalidateQueries({ queryKey: keys.agents });
  }, [desk]);

  async function submit() {
    if (!chosen || busy) return;
    setBusy(true);
    const done = await onSubmit(kind === "agents" ? { agentId: chosen } : { queueId: chosen });
    setBusy(false);
    if (done) onClose();
  }

  const searchLabel = kind === "agents" ? texts.transfer.searchAgents : texts.transfer.searchQueues;
  return (
    <Dialog open onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>
            {props.lead ? <span>{props.lead}</span> : null}
            <TabList
              selectedValue={kind}
              aria-label={props.to}
              onTabSelect={(_, data) => {
                setKind(data.value as typeof kind);
                setChosen("");
                setSearch("");
              }}
            >
              <Tab value="agents">{texts.transfer.agents}</Tab>
              <Tab value="queues">{texts.transfer.queues}</Tab>
            </TabList>
            <SearchBox
              className={styles.search}
              value={search}
              placeholder={searchLabel}
              aria-label={searchLabel}
              onChange={(_, data) => setSearch(data.value)}
            />
            {/* Focusable itself: where nobody can be chosen, the arrow keys still scroll it. */}
            <RadioGroup
              tabIndex={0}
              className={styles.choices}
              value={chosen}
              onChange={(_, data) => setChosen(data.value)}
              aria-label={props.to}
            >
              {kind === "agents" ? (
                <AgentChoices search={search} shows={props.showsAgent} obstacle={props.agentObstacle} />
              ) : (
                <QueueChoices search={search} obstacle={props.queueObstacle} empty={props.emptyQueue} />
              )}
            </RadioGroup>
            {props.children}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.common.cancel}</Button>
            <Button appearance="primary" disabledFocusable={!chosen || busy} onClick={() => void submit()}>
              {props.submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
