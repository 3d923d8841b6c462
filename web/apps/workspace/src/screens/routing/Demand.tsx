/** What the conversation asks of an agent. */
import type { Demand as Demanded } from "@frontdesk/api";
import { profileName } from "../../routing/names";
import { skillsText } from "../../routing/reasons";
import { texts } from "../../texts";
import { allOf } from "../../texts/lists";
import { Pairs, Section } from "./parts";

export function Demand({ demand }: { demand: Demanded }) {
  const words = texts.routing.demand;
  const pairs: [string, string][] = [
    [words.priority, texts.priority[demand.priority]],
    [words.units, words.unitCount(demand.units)],
  ];
  if (demand.skills.length > 0) pairs.push([words.skills, skillsText(demand, allOf)]);
  if (demand.capacityProfiles.length > 0) {
    pairs.push([words.profiles, allOf(demand.capacityProfiles.map(profileName))]);
  }
  return (
    <Section title={words.title}>
      <Pairs pairs={pairs} />
    </Section>
  );
}
