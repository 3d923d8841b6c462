/** Presences: what agents may say they are, each standing for one of the states that routing knows. */
import type { Presence } from "@frontdesk/api";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { choiceInput, Text, Toggle } from "../kit/inputs";
import { field, type Noun } from "../kit/noun";

const { presences: own } = words;
// Inactive is set by the system alone.
const settable = ["available", "busy", "do_not_disturb", "away", "offline"] as const;

export const presences: Noun<Presence> = {
  path: "presences",
  words: own,
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    { key: "base", label: own.base.label, text: ({ base }) => texts.presence.base[base] },
    {
      key: "default",
      label: own.isDefault.label,
      text: ({ isDefault }) => (isDefault ? words.yes : ""),
      wide: true,
    },
    {
      key: "settable",
      label: own.settable.label,
      text: ({ settable }) => (settable ? words.yes : words.no),
      wide: true,
    },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field<Presence["base"] | null>(
          "base",
          own.base,
          choiceInput(texts.presence.base, { only: ({ base }) => (base === "inactive" ? ["inactive"] : settable) }),
          "away",
          { fixed: true },
        ),
        field<boolean>("settable", own.settable, Toggle, true),
        field<boolean>("isDefault", own.isDefault, Toggle, false, { onlyLater: true }),
      ],
    },
  ],
};
