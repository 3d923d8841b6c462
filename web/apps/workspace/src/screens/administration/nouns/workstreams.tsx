/** Workstreams: how the work of one channel is distributed, what it costs and how it is offered. */
import { Button, Field, Input, Select } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import type { Workstream } from "@frontdesk/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { problemText } from "../../../app/problems";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { administration } from "../address";
import { durationInput } from "../kit/Duration";
import { address, useClient } from "../kit/data";
import { Question } from "../kit/dialogs";
import { faultsOf } from "../kit/faults";
import { choiceInput, numberInput, referenceInput, severalInput, Text, Toggle } from "../kit/inputs";
import { manyInput } from "../kit/ManyPicker";
import { type Draft, field, type InputProps, type Noun } from "../kit/noun";
import { RowLine } from "../kit/rows";

const { workstreams: own } = words;
const dayMs = 86_400_000;

type WrapUp = Workstream["wrapUpBlock"];
type Mode = Workstream["mode"];

const Whole = numberInput({ min: 0 });
const For = durationInput({ label: own.wrapUpFor });
const Template = referenceInput("notification-templates", { none: own.noTemplate });

function WrapUpBlock({ value, onChange, ...rest }: InputProps<WrapUp>) {
  const kind = typeof value === "string" ? value : "for";
  return (
    <RowLine>
      <Select
        value={kind}
        disabled={rest.disabled}
        onChange={(_, data) =>
          onChange(data.value === "for" ? { for: { milliseconds: 120_000 } } : (data.value as "always" | "never"))
        }
      >
        {Object.entries(own.wrapUpBlocks).map(([word, label]) => (
          <option key={word} value={word}>
            {label}
          </option>
        ))}
      </Select>
      {typeof value === "object" ? (
        <Field>
          <For
            value={value.for.milliseconds}
            onChange={(milliseconds) => onChange({ for: { milliseconds: milliseconds ?? 0 } })}
            {...rest}
          />
        </Field>
      ) : null}
    </RowLine>
  );
}

function Copy({ item }: { item: Workstream }) {
  const client = useClient();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button appearance="subtle" icon={<CopyRegular />} onClick={() => setAsks(true)}>
        {own.copy}
      </Button>
      {asks ? (
        <CopyDialog
          item={item}
          onClose={() => setAsks(false)}
          onSubmit={async (name) => {
            const path = `${address("workstreams", item.id)}/copy`;
            const made = await client.post<Workstream>(path, { name });
            setAsks(false);
            await navigate(administration(`workstreams/${made.id}`));
          }}
        />
      ) : null}
    </>
  );
}

function CopyDialog(props: { item: Workstream; onClose: () => void; onSubmit: (name: string) => Promise<void> }) {
  const [name, setName] = useState(own.copyOf(props.item.name));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const wrong = failure ? (faultsOf(failure)[0]?.detail ?? problemText(failure)) : undefined;
  return (
    <Question
      title={own.copyTitle(props.item.name)}
      stay={texts.common.cancel}
      act={own.copy}
      busy={busy}
      onClose={props.onClose}
      onAct={() => {
        setBusy(true);
        props.onSubmit(name).catch((error: unknown) => {
          setFailure(error);
          setBusy(false);
        });
      }}
    >
      <Field
        label={own.copyName}
        hint={own.copyHint}
        validationState={wrong ? "error" : "none"}
        validationMessage={wrong ?? null}
      >
        <Input value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
    </Question>
  );
}

/** What its channel usually does, as the server would have it. */
function usualOf(draft: Draft): Draft {
  const isChat = draft.channel === "live_chat";
  return {
    ...draft,
    mode: isChat ? "live_chat" : "asynchronous",
    closeAfterInactivityMs: isChat ? null : 28 * dayMs,
    agentAffinity: !isChat && draft.distribution === "push",
  };
}

const isPushed = ({ distribution }: Draft) => distribution === "push";

const template = (kind: keyof Workstream["notificationTemplates"]) =>
  field(`notificationTemplates.${kind}`, own.templates[kind], Template, null);

export const workstreams: Noun<Workstream> = {
  path: "workstreams",
  words: own,
  needs: ["queues"],
  acts: Copy,
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    { key: "channel", label: own.channel.label, text: ({ channel }) => texts.channel[channel] },
    {
      key: "distribution",
      label: own.distribution.label,
      text: ({ distribution }) => own.distributions[distribution],
      wide: true,
    },
    {
      key: "queue",
      label: own.fallbackQueue.label,
      text: ({ fallbackQueueId }, name) => name("queues", fallbackQueueId),
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
        field<Workstream["channel"] | null>("channel", own.channel, choiceInput(texts.channel), "live_chat", {
          fixed: true,
          follows: usualOf,
        }),
        field<Mode | null>(
          "mode",
          own.mode,
          choiceInput(own.modes, {
            only: ({ channel }) => (channel === "live_chat" ? ["live_chat", "persistent_chat"] : ["asynchronous"]),
          }),
          "live_chat",
          { fixed: true },
        ),
        field<Workstream["distribution"] | null>(
          "distribution",
          own.distribution,
          choiceInput(own.distributions),
          "push",
          {
            fixed: true,
            follows: (draft) => (isPushed(draft) ? draft : { ...draft, agentAffinity: false, pickFromPush: false }),
          },
        ),
        field<string | null>("fallbackQueueId", own.fallbackQueue, referenceInput("queues"), null, { required: true }),
      ],
    },
    {
      title: own.capacity,
      fields: [
        field("capacityUnits", own.units, Whole, 30, { required: true }),
        field(
          "capacityProfiles",
          own.profiles,
          manyInput("capacity-profiles", { label: own.profiles.label, placeholder: own.addProfile }),
          [],
        ),
        field<WrapUp>("wrapUpBlock", own.wrapUp, WrapUpBlock, "always"),
      ],
    },
    {
      title: own.assignment,
      fields: [
        field<Workstream["allowedPresences"]>(
          "allowedPresences",
          own.presences,
          severalInput(texts.presence.base),
          ["available", "busy"],
          { group: true },
        ),
        field<Workstream["skillMatching"] | null>(
          "skillMatching",
          own.skillMatching,
          choiceInput(words.skillMatching),
          "exact",
        ),
        field<boolean>("agentAffinity", own.affinity, Toggle, false, { shown: isPushed }),
        field<boolean>("pickFromPush", own.pickFromPush, Toggle, false, { shown: isPushed }),
      ],
    },
    {
      title: own.offers,
      lead: own.offersLead,
      fields: [
        field<Workstream["notification"] | null>(
          "notification",
          own.notification,
          choiceInput(words.notifications),
          "screen_pop_with_decline",
        ),
        field("offerTimeoutMs", own.offerTimeout, durationInput(), 120_000, { required: true }),
        field("reofferAfterDeclineMs", own.reoffer, durationInput(), 300_000),
        template("incomingAuthenticated"),
        template("incomingUnauthenticated"),
        template("consult"),
        template("transfer"),
        template("supervisorAssign"),
        field<string | null>(
          "sessionTemplateId",
          own.sessionTemplate,
          referenceInput("session-templates", { none: own.noSessionTemplate }),
          null,
        ),
      ],
    },
    {
      title: own.ends,
      fields: [
        field<number | null>(
          "closeAfterInactivityMs",
          own.closeAfterInactivity,
          durationInput({ never: words.form.never, usual: 28 * dayMs }),
          null,
        ),
        field<number | null>(
          "reconnectWithinMs",
          own.reconnectWithin,
          durationInput({ never: own.organisations, usual: 180_000 }),
          null,
          { shown: ({ channel }) => channel === "live_chat" },
        ),
      ],
    },
  ],
};
