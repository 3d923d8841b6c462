/** Skills: what conversations ask for and agents have, each on a scale of its own. */
import type { Skill } from "@frontdesk/api";
import { words } from "../../../texts/administration";
import { numberInput, Text } from "../kit/inputs";
import { field, type InputProps, type Noun } from "../kit/noun";
import { RowField, RowLine } from "../kit/rows";

const { skills: own } = words;
const Whole = numberInput({ min: 0 });

function Scale({ value, onChange, faults, place, disabled, draft }: InputProps<Skill["rating"]>) {
  const end = (name: "minimum" | "maximum", label: string) => (
    <RowField label={label} faults={faults} place={`${place}.${name}`}>
      <Whole
        value={value[name]}
        onChange={(to) => onChange({ ...value, [name]: to ?? 0 })}
        {...{ faults, place, disabled, draft }}
      />
    </RowField>
  );
  return (
    <RowLine>
      {end("minimum", own.minimum)}
      {end("maximum", own.maximum)}
    </RowLine>
  );
}

export const skills: Noun<Skill> = {
  path: "skills",
  words: own,
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    { key: "kind", label: own.kind.label, text: ({ kind }) => kind },
    { key: "rating", label: own.rating.label, text: ({ rating }) => `${rating.minimum}–${rating.maximum}`, wide: true },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field("kind", own.kind, Text, ""),
        field("rating", own.rating, Scale, { minimum: 1, maximum: 10 }, { group: true }),
      ],
    },
  ],
};
