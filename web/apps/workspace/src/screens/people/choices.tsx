/** Colleagues with their presence, load and skills, and queues, each to be chosen from. */
import { makeStyles, Radio, Text, tokens } from "@fluentui/react-components";
import { PresenceMark } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useDesk } from "../../app/context";
import { agentQuery, presenceQuery, queueQuery, skillQuery } from "../../app/queries";
import type { AgentItem, Queue, Skill } from "../../model";
import { texts } from "../../texts";
import { listOf } from "../../texts/lists";

const skillsShown = 4;

const useStyles = makeStyles({
  choice: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  words: { display: "flex", flexDirection: "column" },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});

interface AgentProps {
  search: string;
  shows: ((item: AgentItem) => boolean) | undefined;
  obstacle: (item: AgentItem, presence: string) => string | undefined;
}

/** Who can be chosen first, then those with the most room. */
export function AgentChoices({ search, shows = () => true, obstacle }: AgentProps) {
  const desk = useDesk();
  const { data: agents } = useQuery(agentQuery(desk));
  const { data: presences } = useQuery(presenceQuery(desk));
  const { data: skills } = useQuery(skillQuery(desk));
  const presenceOf = ({ status }: AgentItem) =>
    presences?.find((known) => known.id === status?.presenceId)?.name ?? texts.presence.base[status?.base ?? "offline"];
  const found = (agents ?? [])
    .filter((item) => item.agent.active && item.agent.id !== desk.me.id && shows(item))
    .filter((item) => matches(`${item.agent.name} ${skillsOf(item, skills)}`, search))
    .map((item) => ({ item, stands: obstacle(item, presenceOf(item)) }))
    .toSorted(
      (a, b) =>
        Number(a.stands !== undefined) - Number(b.stands !== undefined) ||
        (b.item.status?.availableUnits ?? 0) - (a.item.status?.availableUnits ?? 0) ||
        a.item.agent.name.localeCompare(b.item.agent.name),
    );
  if (agents && found.length === 0) return <Text>{texts.transfer.noAgents}</Text>;
  return found.map(({ item, stands }) => (
    <Radio
      key={item.agent.id}
      value={item.agent.id}
      disabled={stands !== undefined}
      label={
        <Choice
          name={item.agent.name}
          mark={<PresenceMark base={item.status?.base ?? "offline"} />}
          meta={stands ?? roomOf(item, presenceOf(item))}
          more={skillsOf(item, skills)}
        />
      }
    />
  ));
}

interface QueueProps {
  search: string;
  obstacle: ((queue: Queue) => string | undefined) | undefined;
  empty: string | undefined;
}

export function QueueChoices({ search, obstacle = () => undefined, empty }: QueueProps) {
  const desk = useDesk();
  const { data: queues } = useQuery(queueQuery(desk));
  const found = (queues ?? [])
    .filter((queue) => matches(queue.name, search))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  if (queues && found.length === 0) return <Text>{texts.transfer.noQueues}</Text>;
  return found.map((queue) => {
    const stands = obstacle(queue);
    const members = texts.transfer.members(queue.members.length);
    return (
      <Radio
        key={queue.id}
        value={queue.id}
        disabled={stands !== undefined}
        label={<Choice name={queue.name} meta={stands ?? (queue.members.length > 0 ? members : (empty ?? members))} />}
      />
    );
  });
}

function Choice(props: { name: string; meta: string; more?: string; mark?: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.choice}>
      {props.mark}
      <span className={styles.words}>
        <Text>{props.name}</Text>
        <Text size={200} className={styles.meta}>
          {props.meta}
        </Text>
        {props.more ? (
          <Text size={200} className={styles.meta}>
            {props.more}
          </Text>
        ) : null}
      </span>
    </span>
  );
}

function roomOf({ assigned, status }: AgentItem, presence: string): string {
  const { load, units } = texts.transfer;
  return `${presence} · ${load(assigned)} · ${units(status?.availableUnits ?? 0)}`;
}

/** The best few by name: `German 8, Refunds 6`. */
function skillsOf({ agent }: AgentItem, skills: readonly Skill[] | undefined): string {
  const best = agent.skills.toSorted((a, b) => b.proficiency - a.proficiency).slice(0, skillsShown);
  const named = best.flatMap(({ skillId, proficiency }) => {
    const skill = skills?.find((known) => known.id === skillId);
    return skill ? [`${skill.name} ${proficiency}`] : [];
  });
  return listOf(named);
}

function matches(text: string, search: string): boolean {
  return text.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}
