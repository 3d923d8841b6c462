/** Every text of administration in English. A translation is another object of this type. */
import { kit } from "./kit";
import { people } from "./people";
import { work } from "./work";

export const en = {
  title: "Administration",
  groups: {
    people: "People and queues",
    work: "Work",
  },
  ...kit,
  ...people,
  ...work,
};
