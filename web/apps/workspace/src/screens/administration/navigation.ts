/** Every administration screen, in the order in which the side lists them. A new noun is one line here. */
import { words } from "../../texts/administration";
import { auditScreen } from "./audit/AuditScreen";
import type { Entry, NavGroup, Noun, OwnScreen, Piece } from "./kit/noun";
import { agents } from "./nouns/agents";
import { capacityProfiles } from "./nouns/capacityProfiles";
import { operatingHours } from "./nouns/operatingHours";
import { organization } from "./nouns/organization";
import { presences } from "./nouns/presences";
import { queues } from "./nouns/queues";
import { quickReplies } from "./nouns/quickReplies";
import { rulesets } from "./nouns/rulesets";
import { skills } from "./nouns/skills";
import { notificationTemplates, sessionTemplates } from "./nouns/templates";
import { widgets } from "./nouns/widgets";
import { workstreams } from "./nouns/workstreams";
import { tokensScreen } from "./tokens/TokensScreen";

const noun = <Item extends Piece>(one: Noun<Item>): Entry => ({ noun: one as unknown as Noun<never> });
const screen = (one: OwnScreen): Entry => ({ screen: one });

export const navigation: readonly NavGroup[] = [
  { title: words.groups.people, entries: [noun(queues), noun(agents), noun(skills)] },
  {
    title: words.groups.work,
    entries: [noun(workstreams), noun(rulesets), noun(capacityProfiles), noun(presences), noun(operatingHours)],
  },
  {
    title: words.groups.outside,
    entries: [noun(widgets), noun(quickReplies), noun(sessionTemplates), noun(notificationTemplates)],
  },
  {
    title: words.groups.organization,
    entries: [noun(organization), screen(tokensScreen), screen(auditScreen)],
  },
];
