/** Handing a conversation to a colleague or to a queue. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  SearchBox,
  Tab,
  TabList,
  Text,
  tokens,
} from "@fluentui/react-components";
import { PresenceMark } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { attempt } from "../../actions/action";
import { useDesk } from "../../app/context";
import { keys } from "../../app/keys";
import { agentQuery, presenceQuery, queueQuery } from "../../app/queries";
import type { AgentItem, BasePresence, Conversation } from "../../model";
import { sessionIdOf } from "../../sessions/store";
import { texts } from "../../texts";

const cannotTake: ReadonlySet<BasePresence> = new Set(["do_not_disturb", "away", "offline"]);

const useStyles = makeStyles({
  surface: { maxWidth: "480px" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  search: { width: "100%", maxWidth: "none" },
  choices: { height: "320px", overflowY: "auto", scrollbarWidth: "thin" },
  choice: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  words: { display: "flex", flexDirection: "column" },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});

export default function TransferDialog(props: { conversation: Conversation; onClose: () => void }) {
  const styles = useStyles();
  const desk = useDesk();
  const { conversation, onClose } = props;
  const [to, setTo] = useState<"agents" | "queues">("agents");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // Presence and load as they are now.
    void desk.cache.invalidateQueries({ queryKey: keys.agents });
  }, [desk]);

  async function transfer() {
    setBusy(true);
    const done = await attempt(desk, texts.conversation.failed.transfer, () =>
      to === "agents"
        ? desk.server.transferToAgent(conversation.id, chosen)
        : desk.server.transferToQueue(conversation.id, chosen),
    );
    setBusy(false);
    if (!done) return;
    onClose();
    desk.sessions.close(sessionIdOf(conversation.id));
  }

  return (
    <Dialog open onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{texts.transfer.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <TabList
              selectedValue={to}
              aria-label={texts.transfer.to}
              onTabSelect={(_, data) => {
                setTo(data.value as typeof to);
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
              placeholder={to === "agents" ? texts.transfer.searchAgents : texts.transfer.searchQueues}
              aria-label={to === "agents" ? texts.transfer.searchAgents : texts.transfer.searchQueues}
              onChange={(_, data) => setSearch(data.value)}
            />
            <RadioGroup
              className={styles.choices}
              value={chosen}
              onChange={(_, data) => setChosen(data.value)}
              aria-label={texts.transfer.to}
            >
              {to === "agents" ? <AgentChoices search={search} /> : <QueueChoices search={search} />}
            </RadioGroup>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.common.cancel}</Button>
            <Button appearance="primary" disabledFocusable={!chosen || busy} onClick={() => void transfer()}>
              {texts.transfer.submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function AgentChoices(props: { search: string }) {
  const desk = useDesk();
  const { data: agents } = useQuery(agentQuery(desk));
  const { data: presences } = useQuery(presenceQuery(desk));
  const found = (agents ?? [])
    .filter((item) => item.agent.active && item.agent.id !== desk.me.id && matches(item.agent.name, props.search))
    .toSorted(compareAgents);
  if (agents && found.length === 0) return <Text>{texts.transfer.noAgents}</Text>;
  return found.map((item) => {
    const base = item.status?.base ?? "offline";
    const presence =
      presences?.find((known) => known.id === item.status?.presenceId)?.name ?? texts.presence.base[base];
    const unavailable = cannotTake.has(base);
    return (
      <Radio
        key={item.agent.id}
        value={item.agent.id}
        disabled={unavailable}
        label={
          <Choice
            name={item.agent.name}
            mark={<PresenceMark base={base} />}
            meta={
              unavailable
                ? texts.transfer.unavailable(presence)
                : `${presence} · ${texts.transfer.load(item.assigned)} · ${texts.transfer.units(item.status?.availableUnits ?? 0)}`
            }
          />
        }
      />
    );
  });
}

function QueueChoices(props: { search: string }) {
  const desk = useDesk();
  const { data: queues } = useQuery(queueQuery(desk));
  const found = (queues ?? [])
    .filter((queue) => matches(queue.name, props.search))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  if (queues && found.length === 0) return <Text>{texts.transfer.noQueues}</Text>;
  return found.map((queue) => (
    <Radio
      key={queue.id}
      value={queue.id}
      label={
        <Choice
          name={queue.name}
          meta={queue.members.length > 0 ? texts.transfer.members(queue.members.length) : texts.transfer.nobody}
        />
      }
    />
  ));
}

function Choice(props: { name: string; meta: string; mark?: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.choice}>
      {props.mark}
      <span className={styles.words}>
        <Text>{props.name}</Text>
        <Text size={200} className={styles.meta}>
          {props.meta}
        </Text>
      </span>
    </span>
  );
}

function matches(name: string, search: string): boolean {
  return name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}

/** Who can take it first, then those with the most room. */
function compareAgents(a: AgentItem, b: AgentItem): number {
  const unable = (item: AgentItem) => (cannotTake.has(item.status?.base ?? "offline") ? 1 : 0);
  return (
    unable(a) - unable(b) ||
    (b.status?.availableUnits ?? 0) - (a.status?.availableUnits ?? 0) ||
    a.agent.name.localeCompare(b.agent.name)
  );
}
