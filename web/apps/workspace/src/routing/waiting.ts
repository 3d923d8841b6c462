/** What is said about a conversation that waits: who stands in the way, and what would get it assigned. Pure. */
import type { WaitingNow } from "@frontdesk/api";
import { texts } from "../texts";
import { spokenSpan } from "../texts/time";
import { type Names, nameOfQueue } from "./names";
import { changeText, groupsOf, reasonsText } from "./reasons";

/** The answer in a sentence or two. */
export function leadLines({ queue, considered, demand, isPushed }: WaitingNow, names: Names): string[] {
  const { waiting } = texts.routing;
  const { eligible, passedOver, unlisted } = considered;
  const reasons = reasonsText(groupsOf(considered, names, true), demand);
  const because = reasons ? [waiting.because(reasons)] : [];
  if (!isPushed) return [waiting.picked];
  if (eligible.length > 0) return [waiting.soon(eligible.length), ...because];
  if (passedOver.length === 0 && unlisted === 0) return [waiting.nobodyServes(nameOfQueue(queue))];
  return [waiting.nobody, ...because];
}

/** `Number 3 in Support · waiting 9 minutes` */
export function placeText({ queue, position }: WaitingNow, waitedMs: number): string {
  const { waiting } = texts.routing;
  const name = nameOfQueue(queue);
  const place = position === 1 ? waiting.next(name) : waiting.position(position, name);
  return `${place} · ${waiting.since(spokenSpan(waitedMs))}`;
}

/** Any one of these, in the order of the obstacles; then what happens by itself. */
export function changes({ queue, considered, demand, isPushed }: WaitingNow, waitedMs: number, names: Names): string[] {
  const { change } = texts.routing;
  const { eligible, passedOver, unlisted } = considered;
  const byItself = comingUp(queue.id, waitedMs, names);
  if (!isPushed) return [change.pick, ...byItself];
  if (eligible.length > 0) return byItself;
  if (passedOver.length === 0 && unlisted === 0) return [change.members, ...byItself];
  const groups = groupsOf(considered, names, true);
  const needed = groups.map((group) => changeText(group, demand));
  return [...new Set([...needed, ...byItself])].filter((line) => line !== undefined);
}

/** The queue's rules that come into force later, and its overflow. */
function comingUp(queueId: string, waitedMs: number, names: Names): string[] {
  const { change } = texts.routing;
  const queue = names.plan(queueId);
  if (!queue) return [];
  const rules = queue.method === "custom" ? queue.assignmentRules : [];
  const later = rules
    .filter((rule) => rule.afterWaitMs > waitedMs)
    .map((rule) => change.loosens(rule.name, spokenSpan(rule.afterWaitMs)));
  const overflow = queue.overflowWaiting;
  if (!overflow || overflow.afterMs <= waitedMs) return later;
  const span = spokenSpan(overflow.afterMs);
  if (overflow.action.do === "end_conversation") return [...later, change.ends(span)];
  if (overflow.action.do !== "transfer_to_queue") return later;
  return [...later, change.overflows(names.queue(overflow.action.queueId), span)];
}
