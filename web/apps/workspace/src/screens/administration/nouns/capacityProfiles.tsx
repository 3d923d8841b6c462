/** Capacity profiles: how many conversations of one kind an agent has at once, whatever their units say. */
import type { CapacityProfile } from "@frontdesk/api";
import { words } from "../../../texts/administration";
import { choiceInput, numberInput, Text, Toggle } from "../kit/inputs";
import { field, type Noun } from "../kit/noun";

const { capacityProfiles: own } = words;

export const capacityProfiles: Noun<CapacityProfile> = {
  path: "capacity-profiles",
  words: own,
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    {
      key: "units",
      label: own.units.label,
      text: ({ unitsMax }) => String(unitsMax),
      order: ({ unitsMax }) => unitsMax,
      numeric: true,
    },
    {
      key: "blocks",
      label: own.blocks.label,
      text: ({ blocksAssignment }) => (blocksAssignment ? words.yes : words.no),
      wide: true,
    },
    { key: "reset", label: own.reset, text: ({ reset }) => own.resets[reset], wide: true },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field<number | null>("unitsMax", own.units, numberInput({ min: 0, max: 100 }), 1, { required: true }),
        field<boolean>("blocksAssignment", own.blocks, Toggle, false),
        field<CapacityProfile["reset"] | null>("reset", own.reset, choiceInput(own.resets), "immediate"),
      ],
    },
  ],
};
