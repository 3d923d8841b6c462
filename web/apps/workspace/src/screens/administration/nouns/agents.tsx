/** Agents: who signs in, what they may do, what they are good at and how much they take. */
import type { Agent, AgentItem, Queue, Skill } from "@frontdesk/api";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { collection, useListed } from "../kit/data";
import { choiceInput, numberInput, referenceInput, Text, Toggle, textInput } from "../kit/inputs";
import { manyInput } from "../kit/ManyPicker";
import { field, type Noun } from "../kit/noun";
import { RowField, RowLine, rowsInput } from "../kit/rows";

const { agents: own } = words;

const Whole = numberInput({ min: 0 });
const SkillOf = referenceInput("skills");
const ProfileOf = referenceInput("capacity-profiles");

const Skills = rowsInput<Agent["skills"][number]>({
  words: { add: own.addSkill, item: own.skillNumber },
  fresh: () => ({ skillId: "", proficiency: 5 }),
  Row: ({ value, onChange, ...rest }) => {
    const skill = useListed<Skill>("skills").find(({ id }) => id === value.skillId);
    const scale = skill ? own.scale(skill.rating.minimum, skill.rating.maximum) : undefined;
    return (
      <RowLine>
        <RowField label={own.skill} faults={rest.faults} place={`${rest.place}.skillId`}>
          <SkillOf value={value.skillId} onChange={(id) => onChange({ ...value, skillId: id ?? "" })} {...rest} />
        </RowField>
        <RowField
          label={own.proficiency}
          {...(scale ? { hint: scale } : {})}
          faults={rest.faults}
          place={`${rest.place}.proficiency`}
        >
          <Whole value={value.proficiency} onChange={(to) => onChange({ ...value, proficiency: to ?? 0 })} {...rest} />
        </RowField>
      </RowLine>
    );
  },
});

const Profiles = rowsInput<Agent["capacityProfiles"][number]>({
  words: { add: own.addProfile, item: own.profileNumber },
  fresh: () => ({ profileId: "", unitsMax: null }),
  Row: ({ value, onChange, ...rest }) => (
    <RowLine>
      <RowField label={own.profile} faults={rest.faults} place={`${rest.place}.profileId`}>
        <ProfileOf value={value.profileId} onChange={(id) => onChange({ ...value, profileId: id ?? "" })} {...rest} />
      </RowField>
      <RowField label={own.ownLimit} hint={own.ownLimitHint} faults={rest.faults} place={`${rest.place}.unitsMax`}>
        <Whole value={value.unitsMax} onChange={(unitsMax) => onChange({ ...value, unitsMax })} {...rest} />
      </RowField>
    </RowLine>
  ),
});

const Attributes = rowsInput<Agent["attributes"][number]>({
  words: { add: own.addAttribute, item: own.attributeNumber },
  fresh: () => ({ name: "", value: "" }),
  Row: ({ value, onChange, ...rest }) => (
    <RowLine>
      <RowField label={own.attributeName} faults={rest.faults} place={`${rest.place}.name`}>
        <Text value={value.name} onChange={(name) => onChange({ ...value, name: name ?? "" })} {...rest} />
      </RowField>
      <RowField label={own.attributeValue} faults={rest.faults} place={`${rest.place}.value`}>
        <Text value={value.value} onChange={(to) => onChange({ ...value, value: to ?? "" })} {...rest} />
      </RowField>
    </RowLine>
  ),
});

const servedBy = (agentId: string, queues: readonly unknown[]): string[] =>
  (queues as readonly Queue[]).filter(({ members }) => members.includes(agentId)).map(({ id }) => id);

export const agents: Noun<Agent> = {
  path: "agents",
  words: own,
  keeps: true,
  pieceIn: (item: AgentItem) => item.agent,
  hides: { label: own.showDeactivated, hidden: ({ active }) => !active },
  draftNeeds: ["queues"],
  draftOf: (agent, listed) => ({ ...agent, password: "", queueIds: servedBy(agent.id, listed("queues")) }),
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    {
      key: "role",
      label: own.role,
      text: ({ role, active }) => (active ? texts.profile.role[role] : own.deactivated(texts.profile.role[role])),
    },
    { key: "email", label: own.email.label, text: ({ email }) => email ?? "", wide: true },
    {
      key: "skills",
      label: own.skills,
      text: ({ skills }) => own.skillCount(skills.length),
      order: ({ skills }) => skills.length,
      wide: true,
    },
    {
      key: "units",
      label: own.units.label,
      text: ({ capacityUnits }) => String(capacityUnits),
      order: ({ capacityUnits }) => capacityUnits,
      numeric: true,
      wide: true,
    },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field("email", own.email, textInput("email"), "", { required: true }),
        field("role", own.role, choiceInput<Agent["role"]>(texts.profile.role), "agent"),
        field("password", own.password, textInput("password", { autoComplete: "new-password" }), undefined as never),
        field<boolean>("active", own.active, Toggle, true, { onlyLater: true }),
      ],
    },
    {
      title: own.work,
      fields: [
        field("queueIds", own.queues, manyInput("queues", { label: own.queues, placeholder: own.addQueue }), [], {
          put: {
            path: (id) => `${collection("agents")}/${id}/queues`,
            body: (queueIds) => ({ queueIds }),
            versioned: false,
            withNew: false,
          },
        }),
        field("skills", own.skills, Skills, [], { group: true }),
        field("operatingHoursId", own.hours, referenceInput("operating-hours", { none: own.always }), null),
        field("defaultPresenceId", own.defaultPresence, referenceInput("presences", { none: own.usualPresence }), null),
      ],
    },
    {
      title: own.capacity,
      fields: [
        field("capacityUnits", own.units, Whole, 100, { required: true }),
        field("capacityProfiles", own.profiles, Profiles, [], { group: true }),
        field("attributes", own.attributes, Attributes, [], { group: true }),
      ],
    },
  ],
};
