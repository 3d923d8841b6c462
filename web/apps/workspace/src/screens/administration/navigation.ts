/** Every administration screen, in the order in which the side lists them. A new noun is one line here. */
import { words } from "../../texts/administration";
import type { Entry, NavGroup, Noun, OwnScreen, Piece } from "./kit/noun";
import { agents } from "./nouns/agents";
import { capacityProfiles } from "./nouns/capacityProfiles";
import { operatingHours } from "./nouns/operatingHours";
import { presences } from "./nouns/presences";
import { queues } from "./nouns/queues";
import { skills } from "./nouns/skills";
import { workstreams } from "./nouns/workstreams";

const noun = <Item extends Piece>(one: Noun<Item>): Entry => ({ noun: one as unknown as Noun<never> });
export const screen = (one: OwnScreen): Entry => ({ screen: one });

export const navigation: readonly NavGroup[] = [
  { title: words.groups.people, entries: [noun(queues), noun(agents), noun(skills)] },
  {
    title: words.groups.work,
    entries: [noun(workstreams), noun(capacityProfiles), noun(presences), noun(operatingHours)],
  },
];
