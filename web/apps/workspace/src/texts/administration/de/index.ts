/** Every text of administration, in German. */
import type { AdministrationTexts } from "..";
import { kit } from "./kit";
import { outside } from "./outside";
import { people } from "./people";
import { rules } from "./rules";
import { work } from "./work";

export const de: AdministrationTexts = {
  title: "Verwaltung",
  groups: {
    people: "Menschen und Warteschlangen",
    work: "Arbeit und Regeln",
    outside: "Kundschaft und Agenten",
    organization: "Organisation",
  },
  ...kit,
  ...people,
  ...work,
  ...rules,
  ...outside,
};
