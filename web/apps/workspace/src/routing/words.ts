/** Each routing decision in plain words. Pure: names are given. */
import type { Participant, PassedOverQueue, RoutingStep, StepOf } from "@frontdesk/api";
import { texts } from "../texts";
import { allOf } from "../texts/lists";
import { fullTime, spokenSpan } from "../texts/time";
import { type Names, nameOfQueue } from "./names";
import { groupsOf, reasonsText } from "./reasons";

export interface Told {
  title: string;
  /** Whole sentences. */
  lines: string[];
}

export function told(step: RoutingStep, names: Names): Told {
  const { history } = texts.routing;
  switch (step.kind) {
    case "classified":
      return { title: history.classified, lines: classifiedLines(step) };
    case "queued":
      return { title: history.queued(nameOfQueue(step.queue)), lines: queuedLines(step, names) };
    case "overflowed":
      return { title: history.overflowed(nameOfQueue(step.queue)), lines: overflowedLines(step, names) };
    case "assigned": {
      const who = names.who(step.agent);
      const title = who === texts.routing.you ? history.assignedToYou : history.assigned(who);
      return { title, lines: [assignedLine(step, names)] };
    }
    case "waits": {
      const { eligible } = step.considered;
      const reasons = reasonsText(groupsOf(step.considered, names, false), step.demand);
      const lines = [
        eligible.length > 0 ? history.eligible(eligible.length) : texts.routing.waiting.nobody,
        reasons ? texts.routing.waiting.because(reasons) : "",
      ];
      return { title: history.waits(nameOfQueue(step.queue)), lines: lines.filter(Boolean) };
    }
  }
}

export function classifiedLines(step: StepOf<"classified">): string[] {
  const { classified } = texts.routing;
  if (step.fired.length === 0) return [classified.none];
  return step.fired.map(({ rule, ruleset }) => (rule ? classified.fired(rule, ruleset) : classified.noneHeld(ruleset)));
}

export function queuedLines(step: StepOf<"queued">, names: Names): string[] {
  const { queued } = texts.routing;
  const lines = [whyQueued(step, names)];
  if (step.why.because === "rule" && step.why.draw != null) lines.push(queued.draw(step.why.draw));
  if (step.passedOver.length > 0) {
    lines.push(queued.passedOver(allOf(step.passedOver.map(passedOverText))));
  }
  return lines;
}

function whyQueued({ why, queue: to }: StepOf<"queued">, names: Names): string {
  const { queued } = texts.routing;
  const queue = nameOfQueue(to);
  switch (why.because) {
    case "rule":
      return queued.rule(why.rule, why.ruleset, queue);
    case "opens_first":
      return why.opensAt ? queued.opensFirstAt(queue, fullTime(why.opensAt)) : queued.opensFirst(queue);
    case "overflow":
      return queued.overflow(nameOfQueue(why.fromQueue), queue);
    case "transferred":
    case "released":
      return queued[why.because](names.who(why.by), queue);
    default:
      return queued[why.because](queue);
  }
}

function passedOverText({ queue, condition }: PassedOverQueue): string {
  const { queued } = texts.routing;
  const name = nameOfQueue(queue);
  return condition.when === "out_of_hours" ? queued.closed(name) : queued.full(name, condition.waitingMax);
}

export function overflowedLines({ queue: from, condition, action }: StepOf<"overflowed">, names: Names): string[] {
  const { overflowed } = texts.routing;
  const queue = nameOfQueue(from);
  const why =
    condition.when === "out_of_hours"
      ? overflowed.out_of_hours(queue)
      : condition.when === "queue_length"
        ? overflowed.queue_length(queue, condition.waiting)
        : overflowed.waited(queue, spokenSpan(condition.waitedMs));
  const what =
    action.do === "transfer_to_queue"
      ? overflowed.transfer_to_queue(names.queue(action.queueId))
      : overflowed[action.do];
  return [why, what];
}

/** How it came to this agent without routing. */
export function handedLines({ assignReason, agentId }: Participant, names: Names): string[] {
  const { handed, notRouted, byHand } = texts.routing.assigned;
  const ways: Partial<Record<string, (typeof handed)["AgentPick"]>> = handed;
  const way = assignReason ? ways[assignReason] : undefined;
  if (!way) return [byHand];
  const who = names.agent(agentId);
  return [who === texts.routing.you ? way.you : way.other(who), notRouted];
}

/** Why it came to this agent. */
export function assignedLine(step: StepOf<"assigned">, names: Names): string {
  const { assigned } = texts.routing;
  const who = names.who(step.agent);
  if (step.because !== "first_in_order") return assigned[step.because](who);
  return step.rule ? assigned.byRule(who, step.rule) : assigned.first_in_order[step.method](who);
}
