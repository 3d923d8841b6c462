/**
 * Who was passed over and why, grouped and in words: "3 are away, 2 lack German (6 needed)". And what would have to
 * change for each group. Pure: names are given.
 */
import type { Considered, Demand, Named, PassedOver, PassedOverReason } from "@frontdesk/api";
import type { BasePresence } from "../model";
import { texts } from "../texts";
import { language } from "../texts/language";
import { allOf, listOf, oneOf } from "../texts/lists";
import { agentName, type Names, profileName, skillName } from "./names";

export interface Group {
  reason: PassedOverReason;
  /** Their presence now, where that is the reason and the question is about now. */
  base?: BasePresence;
  agents: Named[];
}

/** `asOfNow`: presences of this moment may be named; those of an old decision are not known any more. */
export function groupsOf(considered: Considered, names: Names, asOfNow: boolean): Group[] {
  return considered.passedOver.flatMap((passed) => (asOfNow ? byPresence(passed, names) : [passed]));
}

function byPresence(passed: PassedOver, names: Names): Group[] {
  if (passed.reason !== "presence") return [passed];
  const groups = new Map<BasePresence | undefined, Named[]>();
  for (const agent of passed.agents) {
    const base = names.presence(agent.id);
    groups.set(base, [...(groups.get(base) ?? []), agent]);
  }
  return [...groups].map(([base, agents]) => ({ reason: passed.reason, agents, ...(base && { base }) }));
}

/** `2 lack German (6 needed)` */
export function reasonText(group: Group, demand: Demand): string {
  const { reason } = texts.routing;
  const count = group.agents.length;
  switch (group.reason) {
    case "presence":
      return (group.base ? texts.routing.inPresence[group.base] : reason.presence)(count);
    case "skill":
      return reason.skill(count, skillsText(demand, oneOf));
    case "no_profile":
    case "profile_full":
      return reason[group.reason](count, profilesText(demand, oneOf));
    default:
      return reason[group.reason](count);
  }
}

/** All groups in one line; without a full stop. */
export function reasonsText(groups: readonly Group[], demand: Demand): string {
  return listOf(groups.map((group) => reasonText(group, demand)));
}

/** What would let this group take it; none where nothing could. */
export function changeText(group: Group, demand: Demand): string | undefined {
  const { change } = texts.routing;
  const who = someOf(group.agents);
  switch (group.reason) {
    case "deactivated":
      return undefined;
    case "not_connected":
    case "presence":
    case "hours":
    case "blocked":
      return sentence(change[group.reason](who));
    case "units":
      return sentence(change.units(who, demand.units));
    case "skill":
      return change.skill(skillsText(demand, allOf));
    case "no_profile":
      return change.no_profile(profilesText(demand, allOf));
    case "profile_full":
      return sentence(change.profile_full(who, profilesText(demand, allOf)));
    default:
      return change[group.reason];
  }
}

type Join = (items: readonly string[]) => string;

export function skillsText(demand: Demand, join: Join): string {
  if (demand.skills.length === 0) return texts.routing.aRequiredSkill;
  return join(demand.skills.map(({ skill, proficiency }) => texts.routing.skillNeeded(skillName(skill), proficiency)));
}

function profilesText(demand: Demand, join: Join): string {
  // Those of its workstream are not among what it asks for itself.
  return demand.capacityProfiles.length > 0 ? join(demand.capacityProfiles.map(profileName)) : texts.routing.theProfile;
}

const namedMax = 3;

function someOf(agents: readonly Named[]): string {
  return agents.length <= namedMax ? oneOf(agents.map(agentName)) : texts.routing.change.oneOf(agents.length);
}

function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
