/** Rulesets: how a workstream's new conversations are classified, and to which queue they go. */
import type { Ruleset } from "@frontdesk/api";
import { words } from "../../../texts/administration";
import { choiceInput, numberInput, referenceInput, Text } from "../kit/inputs";
import { field, type Noun } from "../kit/noun";
import { RulesInput } from "../rules/RulesInput";
import { TryRules } from "../rules/TryRules";

const { rulesets: own } = words;

export const rulesets: Noun<Ruleset> = {
  path: "rulesets",
  words: own,
  needs: ["workstreams"],
  aside: TryRules,
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    {
      key: "workstream",
      label: own.workstream.label,
      text: ({ workstreamId }, name) => name("workstreams", workstreamId),
    },
    { key: "kind", label: own.kind.label, text: ({ kind }) => own.kinds[kind], wide: true },
    {
      key: "position",
      label: own.position.label,
      text: ({ position }) => String(position),
      order: ({ position }) => position,
      numeric: true,
      wide: true,
    },
    {
      key: "rules",
      label: own.rules,
      text: ({ ruleCount }) => String(ruleCount),
      order: ({ ruleCount }) => ruleCount,
      numeric: true,
      wide: true,
    },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field<string | null>("workstreamId", own.workstream, referenceInput("workstreams"), null, {
          required: true,
          fixed: true,
        }),
        field<Ruleset["kind"] | null>("kind", own.kind, choiceInput(own.kinds), "classification", {
          fixed: true,
          // What the one brings about means nothing to the other.
          follows: (draft) => ({ ...draft, rules: [] }),
        }),
        field<number | null>("position", own.position, numberInput({ min: 1 }), 1, {
          shown: ({ kind }) => kind === "classification",
        }),
      ],
    },
    { title: own.rules, lead: own.rulesLead, fields: [field("rules", own.inOrder, RulesInput, [], { group: true })] },
  ],
};
