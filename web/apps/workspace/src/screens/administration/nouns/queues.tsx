/** Queues: who serves them, in which order, and what happens when there is too much to do. */

import { Select } from "@fluentui/react-components";
import type { Queue } from "@frontdesk/api";
import { words } from "../../../texts/administration";
import { durationInput } from "../kit/Duration";
import { collection } from "../kit/data";
import { choiceInput, numberInput, referenceInput, Text, Toggle } from "../kit/inputs";
import { manyInput } from "../kit/ManyPicker";
import { field, type InputProps, type Noun } from "../kit/noun";
import { RowField, RowLine, type RowProps, rowsInput } from "../kit/rows";
import { AssignmentRules, PrioritizationRules } from "./queueRules";

const { queues: own } = words;

type Before = Queue["overflowBefore"][number];
type Waiting = NonNullable<Queue["overflowWaiting"]>;
type Action = Before["action"];

const Whole = numberInput({ min: 1 });
const QueueOf = referenceInput("queues");
const Wait = durationInput({ usual: 900_000 });

/** What is done, and where to. */
function ActionFields(props: Omit<RowProps<Action>, "draft"> & { draft: RowProps<Action>["draft"]; waits: boolean }) {
  const { value, onChange, faults, place, disabled, draft } = props;
  const acts: Action["do"][] = props.waits
    ? ["end_conversation", "transfer_to_queue"]
    : ["end_conversation", "transfer_to_queue", "queue_anyway"];
  return (
    <>
      <RowField label={own.overflow.action} faults={faults.filter(({ field }) => field === place)} place={place}>
        <Select
          value={value.do}
          disabled={disabled}
          onChange={(_, data) => {
            const act = data.value as Action["do"];
            onChange(act === "transfer_to_queue" ? { do: act, queueId: "" } : { do: act });
          }}
        >
          {acts.map((act) => (
            <option key={act} value={act}>
              {own.overflow.actions[act]}
            </option>
          ))}
        </Select>
      </RowField>
      {value.do === "transfer_to_queue" ? (
        <RowField label={own.overflow.queue} faults={faults} place={`${place}.queueId`}>
          <QueueOf
            value={value.queueId}
            onChange={(queueId) => onChange({ do: "transfer_to_queue", queueId: queueId ?? "" })}
            {...{ faults, place, disabled, draft }}
          />
        </RowField>
      ) : null}
    </>
  );
}

function BeforeRow({ value, onChange, faults, place, disabled, draft }: RowProps<Before>) {
  const { condition, action } = value;
  return (
    <RowLine>
      <RowField label={own.overflow.when} faults={faults} place={`${place}.condition`}>
        <Select
          value={condition.when}
          disabled={disabled}
          onChange={(_, data) =>
            onChange({
              ...value,
              condition:
                data.value === "queue_length" ? { when: "queue_length", waitingMax: 10 } : { when: "out_of_hours" },
            })
          }
        >
          <option value="out_of_hours">{own.overflow.conditions.out_of_hours}</option>
          <option value="queue_length">{own.overflow.conditions.queue_length}</option>
        </Select>
      </RowField>
      {condition.when === "queue_length" ? (
        <RowField label={own.overflow.waitingMax} faults={faults} place={`${place}.condition.waitingMax`}>
          <Whole
            value={condition.waitingMax}
            onChange={(max) => onChange({ ...value, condition: { when: "queue_length", waitingMax: max ?? 0 } })}
            {...{ faults, place, disabled, draft }}
          />
        </RowField>
      ) : null}
      <ActionFields
        value={action}
        onChange={(next) => onChange({ ...value, action: next })}
        waits={false}
        {...{ faults, disabled, draft }}
        place={`${place}.action`}
      />
    </RowLine>
  );
}

function WaitingFields({ value, onChange, faults, place, disabled, draft }: InputProps<Waiting | null>) {
  const Rows = WaitingRows;
  return (
    <Rows
      value={value ? [value] : []}
      onChange={([first]) => onChange(first ?? null)}
      // There is one at most: its faults name no number.
      faults={faults.map((fault) => ({ ...fault, field: fault.field.replace(place, `${place}[0]`) }))}
      {...{ place, disabled, draft }}
    />
  );
}

const WaitingRows = rowsInput<Waiting>({
  words: { add: own.overflow.addWaiting, item: () => own.overflow.afterWait },
  fresh: () => ({ afterMs: 900_000, action: { do: "end_conversation" } }),
  max: 1,
  Row: ({ value, onChange, faults, place, disabled, draft }) => (
    <RowLine>
      <RowField label={own.overflow.after} faults={faults} place={`${place}.afterMs`}>
        <Wait
          value={value.afterMs}
          onChange={(afterMs) => onChange({ ...value, afterMs: afterMs ?? 0 })}
          {...{ faults, place, disabled, draft }}
        />
      </RowField>
      <ActionFields
        value={value.action}
        onChange={(action) => onChange({ ...value, action })}
        waits
        {...{ faults, disabled, draft }}
        place={`${place}.action`}
      />
    </RowLine>
  ),
});

const BeforeRows = rowsInput<Before>({
  words: { add: own.overflow.addBefore, item: own.overflow.before },
  fresh: ({ operatingHoursId }) => ({
    condition: operatingHoursId ? { when: "out_of_hours" } : { when: "queue_length", waitingMax: 10 },
    action: { do: "end_conversation" },
  }),
  Row: BeforeRow,
  max: 2,
});

export const queues: Noun<Queue> = {
  path: "queues",
  words: own,
  needs: ["operating-hours"],
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    { key: "method", label: own.method.label, text: ({ method }) => own.methods[method] },
    {
      key: "members",
      label: own.members.label,
      text: ({ members, everyone }) => (everyone ? own.everyone.label : own.memberCount(members.length)),
      order: ({ members }) => members.length,
      wide: true,
    },
    {
      key: "hours",
      label: own.hours,
      text: ({ operatingHoursId }, name) =>
        operatingHoursId ? name("operating-hours", operatingHoursId) : own.alwaysOpen,
      wide: true,
    },
    {
      key: "priority",
      label: own.priority.label,
      text: ({ priority }) => String(priority),
      order: ({ priority }) => priority,
      numeric: true,
      wide: true,
    },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field<boolean>("everyone", own.everyone, Toggle, false),
        field(
          "members",
          own.members,
          manyInput("agents", { label: own.members.label, placeholder: own.addMember, only: isActive }),
          [],
          {
            shown: ({ everyone }) => everyone !== true,
            put: {
              path: (id) => `${collection("queues")}/${id}/members`,
              body: (members) => ({ members }),
              versioned: true,
              withNew: true,
            },
          },
        ),
        field("operatingHoursId", own.hours, referenceInput("operating-hours", { none: own.alwaysOpen }), null),
        field("priority", own.priority, Whole, 1, { required: true }),
      ],
    },
    {
      title: own.assignment,
      fields: [
        field("method", own.method, choiceInput<Queue["method"]>(own.methods), "highest_capacity"),
        field("assignmentRules", own.assignmentRules, AssignmentRules, [], {
          group: true,
          shown: ({ method }) => method === "custom",
        }),
        field("prioritizationRules", own.prioritizationRules, PrioritizationRules, [], { group: true }),
      ],
    },
    {
      title: own.overflow.title,
      lead: own.overflow.lead,
      fields: [
        field("overflowBefore", own.overflow.beforeTitle, BeforeRows, [], { group: true }),
        field<Waiting | null>("overflowWaiting", own.overflow.waitingTitle, WaitingFields, null, { group: true }),
      ],
    },
    {
      title: own.measures,
      fields: [
        field("serviceLevelMs", own.serviceLevel, durationInput(), 60_000, { required: true }),
        field("shortAbandonMs", own.shortAbandon, durationInput(), 0),
      ],
    },
  ],
};

function isActive(item: { agent: { active: boolean } }): boolean {
  return item.agent.active;
}
