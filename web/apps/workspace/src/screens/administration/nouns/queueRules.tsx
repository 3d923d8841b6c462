/** The rules of a queue: which conversations come first, and, with the method of its own, which agents. */
import { Select } from "@fluentui/react-components";
import type { Queue } from "@frontdesk/api";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { conditionInput } from "../condition/ConditionInput";
import { durationInput } from "../kit/Duration";
import { severalInput, Text, Toggle, textInput } from "../kit/inputs";
import { RowField, RowGroup, RowLine, rowsInput } from "../kit/rows";

type Prioritization = Queue["prioritizationRules"][number];
type Assignment = Queue["assignmentRules"][number];
type AgentOrder = Assignment["order"][number];

const { queueRules: own } = words;

const PrioritizationCondition = conditionInput("prioritization");
const AssignmentCondition = conditionInput("assignment");
const AfterWait = durationInput();
const FieldName = textInput();
const Presences = severalInput(texts.presence.base);

export const PrioritizationRules = rowsInput<Prioritization>({
  words: { add: own.addPrioritization, item: own.number },
  nameOf: ({ name }) => name,
  fresh: () => ({ name: "", when: "true", order: null }),
  ordered: true,
  Row: ({ value, onChange, ...rest }) => (
    <>
      <RowField label={own.name} faults={rest.faults} place={`${rest.place}.name`}>
        <Text value={value.name} onChange={(name) => onChange({ ...value, name: name ?? "" })} {...rest} />
      </RowField>
      <PrioritizationCondition value={value.when} onChange={(when) => onChange({ ...value, when })} {...rest} />
      <RowLine>
        <RowField label={own.orderField} hint={own.orderFieldHint} faults={rest.faults} place={`${rest.place}.order`}>
          <FieldName
            value={value.order?.field ?? ""}
            onChange={(field) =>
              onChange({ ...value, order: field ? { field, descending: value.order?.descending ?? false } : null })
            }
            {...rest}
          />
        </RowField>
        {value.order ? (
          <RowField label={own.descending} faults={[]} place="">
            <Toggle
              value={value.order.descending ?? false}
              onChange={(descending) =>
                onChange({ ...value, order: value.order && { field: value.order.field, descending } })
              }
              {...rest}
            />
          </RowField>
        ) : null}
      </RowLine>
    </>
  ),
});

const Orders = rowsInput<AgentOrder>({
  words: { add: own.addOrder, item: own.orderNumber },
  fresh: () => ({ by: "round_robin" }),
  ordered: true,
  Row: ({ value, onChange, ...rest }) => (
    <RowLine>
      <RowField label={own.by} faults={rest.faults} place={`${rest.place}.by`}>
        <Select
          value={value.by}
          disabled={rest.disabled}
          onChange={(_, data) => {
            const by = data.value as AgentOrder["by"];
            onChange(by === "attribute" ? { by, name: "", descending: false } : { by });
          }}
        >
          {Object.entries(own.orders).map(([by, label]) => (
            <option key={by} value={by}>
              {label}
            </option>
          ))}
        </Select>
      </RowField>
      {value.by === "attribute" ? (
        <>
          <RowField label={own.attribute} faults={rest.faults} place={`${rest.place}.name`}>
            <Text value={value.name} onChange={(name) => onChange({ ...value, name: name ?? "" })} {...rest} />
          </RowField>
          <RowField label={own.descending} faults={[]} place="">
            <Toggle
              value={value.descending ?? false}
              onChange={(descending) => onChange({ ...value, descending })}
              {...rest}
            />
          </RowField>
        </>
      ) : null}
    </RowLine>
  ),
});

export const AssignmentRules = rowsInput<Assignment>({
  words: { add: own.addAssignment, item: own.number },
  nameOf: ({ name }) => name,
  ordered: true,
  fresh: () => ({
    name: "",
    when: "true",
    afterWaitMs: 0,
    presences: ["available", "busy"],
    skills: "exact",
    withinCapacity: true,
    withinHours: false,
    order: [],
  }),
  Row: ({ value, onChange, ...rest }) => (
    <>
      <RowLine>
        <RowField label={own.name} faults={rest.faults} place={`${rest.place}.name`}>
          <Text value={value.name} onChange={(name) => onChange({ ...value, name: name ?? "" })} {...rest} />
        </RowField>
        <RowField label={own.afterWait} faults={rest.faults} place={`${rest.place}.afterWaitMs`}>
          <AfterWait
            value={value.afterWaitMs ?? 0}
            onChange={(afterWaitMs) => onChange({ ...value, afterWaitMs: afterWaitMs ?? 0 })}
            {...rest}
          />
        </RowField>
      </RowLine>
      <AssignmentCondition value={value.when} onChange={(when) => onChange({ ...value, when })} {...rest} />
      <RowGroup label={own.presences} faults={rest.faults} place={`${rest.place}.presences`}>
        <Presences value={value.presences} onChange={(presences) => onChange({ ...value, presences })} {...rest} />
      </RowGroup>
      <RowLine>
        <RowField label={own.skills} faults={rest.faults} place={`${rest.place}.skills`}>
          <Select
            value={value.skills}
            disabled={rest.disabled}
            onChange={(_, data) => onChange({ ...value, skills: data.value as Assignment["skills"] })}
          >
            {Object.entries(words.skillMatching).map(([matching, label]) => (
              <option key={matching} value={matching}>
                {label}
              </option>
            ))}
          </Select>
        </RowField>
        <RowField label={own.withinCapacity} faults={[]} place="">
          <Toggle
            value={value.withinCapacity}
            onChange={(withinCapacity) => onChange({ ...value, withinCapacity })}
            {...rest}
          />
        </RowField>
        <RowField label={own.withinHours} faults={[]} place="">
          <Toggle
            value={value.withinHours ?? false}
            onChange={(withinHours) => onChange({ ...value, withinHours })}
            {...rest}
          />
        </RowField>
      </RowLine>
      <Orders
        value={value.order}
        onChange={(order) => onChange({ ...value, order })}
        {...rest}
        place={`${rest.place}.order`}
      />
    </>
  ),
});
