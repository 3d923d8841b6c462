/** What rules bring about: what a classification rule sets, and among which queues a route shares. */
import { Select } from "@fluentui/react-components";
import type { Rule as ApiRule } from "@frontdesk/api";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { numberInput, referenceInput, Text } from "../kit/inputs";
import type { NameOf } from "../kit/noun";
import { RowField, RowLine, type RowProps, rowsInput } from "../kit/rows";

export type Rule = ApiRule;
type Output = NonNullable<Rule["outputs"]>[number];
type Share = NonNullable<Rule["queues"]>[number];

const { rules: own } = words;
const Whole = numberInput({ min: 0 });
const QueueOf = referenceInput("queues");
const SkillOf = referenceInput("skills");
const ProfileOf = referenceInput("capacity-profiles");

const fresh: Record<Output["set"], Output> = {
  queue: { set: "queue", queueId: "" },
  priority: { set: "priority", priority: "high" },
  skill: { set: "skill", skill: { skillId: "", proficiency: 5 } },
  capacity_profile: { set: "capacity_profile", profileId: "" },
  context: { set: "context", variable: { name: "", value: "" } },
};

function OutputRow(props: RowProps<Output>) {
  const { value, onChange, ...rest } = props;
  return (
    <RowLine>
      <RowField label={own.set} faults={rest.faults} place={`${rest.place}.set`}>
        <Select
          value={value.set}
          disabled={rest.disabled}
          onChange={(_, data) => onChange(fresh[data.value as Output["set"]])}
        >
          {Object.entries(own.sets).map(([set, label]) => (
            <option key={set} value={set}>
              {label}
            </option>
          ))}
        </Select>
      </RowField>
      <OutputFields {...props} />
    </RowLine>
  );
}

function OutputFields({ value, onChange, ...rest }: RowProps<Output>) {
  const { faults, place } = rest;
  switch (value.set) {
    case "queue":
      return (
        <RowField label={own.queue} faults={faults} place={`${place}.queueId`}>
          <QueueOf value={value.queueId} onChange={(id) => onChange({ ...value, queueId: id ?? "" })} {...rest} />
        </RowField>
      );
    case "priority":
      return (
        <RowField label={own.priority} faults={faults} place={`${place}.priority`}>
          <Select
            value={value.priority}
            disabled={rest.disabled}
            onChange={(_, data) => onChange({ ...value, priority: data.value as typeof value.priority })}
          >
            {Object.entries(texts.priority).map(([priority, label]) => (
              <option key={priority} value={priority}>
                {label}
              </option>
            ))}
          </Select>
        </RowField>
      );
    case "skill":
      return (
        <>
          <RowField label={own.skill} faults={faults} place={`${place}.skill.skillId`}>
            <SkillOf
              value={value.skill.skillId}
              onChange={(id) => onChange({ ...value, skill: { ...value.skill, skillId: id ?? "" } })}
              {...rest}
            />
          </RowField>
          <RowField label={own.proficiency} faults={faults} place={`${place}.skill.proficiency`}>
            <Whole
              value={value.skill.proficiency}
              onChange={(to) => onChange({ ...value, skill: { ...value.skill, proficiency: to ?? 0 } })}
              {...rest}
            />
          </RowField>
        </>
      );
    case "capacity_profile":
      return (
        <RowField label={own.profile} faults={faults} place={`${place}.profileId`}>
          <ProfileOf value={value.profileId} onChange={(id) => onChange({ ...value, profileId: id ?? "" })} {...rest} />
        </RowField>
      );
    case "context":
      return (
        <>
          <RowField label={own.variable} faults={faults} place={`${place}.variable.name`}>
            <Text
              value={value.variable.name}
              onChange={(name) => onChange({ ...value, variable: { ...value.variable, name: name ?? "" } })}
              {...rest}
            />
          </RowField>
          <RowField label={own.value} faults={faults} place={`${place}.variable.value`}>
            <Text
              value={value.variable.value}
              onChange={(to) => onChange({ ...value, variable: { ...value.variable, value: to ?? "" } })}
              {...rest}
            />
          </RowField>
        </>
      );
  }
}

export const Outputs = rowsInput<Output>({
  words: { add: own.addOutput, item: own.outputNumber },
  fresh: () => fresh.skill,
  max: 5,
  Row: OutputRow,
});

export const Shares = rowsInput<Share>({
  words: { add: own.addQueue, item: own.queueNumber },
  fresh: () => ({ queueId: "", percent: 0 }),
  max: 5,
  Row: ({ value, onChange, ...rest }) => (
    <RowLine>
      <RowField label={own.queue} faults={rest.faults} place={`${rest.place}.queueId`}>
        <QueueOf value={value.queueId} onChange={(id) => onChange({ ...value, queueId: id ?? "" })} {...rest} />
      </RowField>
      <RowField label={own.percent} faults={rest.faults} place={`${rest.place}.percent`}>
        <Whole value={value.percent} onChange={(percent) => onChange({ ...value, percent: percent ?? 0 })} {...rest} />
      </RowField>
    </RowLine>
  ),
});

export function outputText(output: Output, name: NameOf): string {
  switch (output.set) {
    case "queue":
      return own.said.queue(name("queues", output.queueId));
    case "priority":
      return own.said.priority(texts.priority[output.priority]);
    case "skill":
      return own.said.skill(name("skills", output.skill.skillId), output.skill.proficiency);
    case "capacity_profile":
      return own.said.profile(name("capacity-profiles", output.profileId));
    case "context":
      return own.said.context(output.variable.name, output.variable.value);
  }
}

export const shareText = ({ queueId, percent }: Share, name: NameOf): string =>
  own.said.share(name("queues", queueId), percent);
