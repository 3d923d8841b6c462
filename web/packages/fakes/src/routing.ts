// Routing as the server tells it, with everything filled in.

import type {
  ConversationRouting,
  Demand,
  Named,
  PassedOver,
  QueueSegment,
  RoutingDecision,
  RoutingStep,
  StepOf,
  WaitingNow,
} from "@frontdesk/api";
import { guid, ids, minutesBefore } from "./factories.ts";

export const support: Named = { id: ids.queue, name: "Support" };
export const german: Named = { id: guid("skill", 1), name: "German" };

/** The agent of this number, by a name: the first two are those of the other factories. */
export function named(number: number, name: string): Named {
  return { id: guid("agent", number), name };
}

export function aDemand(changes: Partial<Demand> = {}): Demand {
  return { priority: "normal", waitedMs: 540_000, units: 30, skills: [], capacityProfiles: [], ...changes };
}

/** Waits third in the queue, and nobody can take it for the given reasons. */
export function aWaiting(passedOver: PassedOver[], changes: Partial<WaitingNow> = {}): WaitingNow {
  return {
    sentence: "",
    queue: support,
    position: 3,
    isPushed: true,
    demand: aDemand(),
    considered: { eligible: [], passedOver, unlisted: 0 },
    ...changes,
  };
}

export function anAssignment(changes: Partial<StepOf<"assigned">> = {}): StepOf<"assigned"> {
  const agent = named(1, "Ada Miles");
  return {
    kind: "assigned",
    agent,
    queue: support,
    method: "highest_capacity",
    rule: null,
    because: "first_in_order",
    demand: aDemand({ waitedMs: 60_000 }),
    considered: { eligible: [agent], passedOver: [], unlisted: 0 },
    ...changes,
  };
}

export function aSegment(changes: Partial<QueueSegment> = {}): QueueSegment {
  return {
    number: 1,
    queue: support,
    sourceQueue: null,
    targetQueue: null,
    startedAt: minutesBefore(9),
    endedAt: null,
    agentAssignedAt: null,
    agentAcceptedAt: null,
    closedAt: null,
    agent: null,
    abandoned: false,
    creationReason: "direct_queue_entry",
    closureReason: null,
    sessionClosure: null,
    firstWaitMs: null,
    talkMs: 0,
    wrapUpMs: 0,
    declines: 0,
    ...changes,
  };
}

/** The steps a minute apart, the last one a minute ago. */
export function decisions(...steps: RoutingStep[]): RoutingDecision[] {
  return steps.map((step, index) => ({
    number: index + 1,
    at: minutesBefore(steps.length - index),
    sentence: "",
    ...step,
  }));
}

export function aRouting(changes: Partial<ConversationRouting> = {}): ConversationRouting {
  return { waiting: null, decisions: [], segments: [], ...changes };
}
