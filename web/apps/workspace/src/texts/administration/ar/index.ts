/** Every text of administration, in Arabic. */
import type { AdministrationTexts } from "..";
import { kit } from "./kit";
import { outside } from "./outside";
import { people } from "./people";
import { rules } from "./rules";
import { work } from "./work";

export const ar: AdministrationTexts = {
  title: "الإدارة",
  groups: {
    people: "الأشخاص وقوائم الانتظار",
    work: "العمل والقواعد",
    outside: "العملاء والموظفون",
    organization: "المؤسسة",
  },
  ...kit,
  ...people,
  ...work,
  ...rules,
  ...outside,
};
