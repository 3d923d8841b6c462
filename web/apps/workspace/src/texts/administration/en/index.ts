/** Every text of administration in English. A translation is another object of this type. */
import { kit } from "./kit";
import { outside } from "./outside";
import { people } from "./people";
import { rules } from "./rules";
import { work } from "./work";

export const en = {
  title: "Administration",
  groups: {
    people: "People and queues",
    work: "Work and rules",
    outside: "Customers and agents",
    organization: "Organisation",
  },
  ...kit,
  ...people,
  ...work,
  ...rules,
  ...outside,
};
