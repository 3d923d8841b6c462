// Why a conversation is where it is, as `GET /api/v1/conversations/{id}/routing` tells it. Knows nothing of how routing
// decides, and has no words for people.

import type { components } from "./schema.ts";
import type { Whole } from "./types.ts";

type Schemas = components["schemas"];

/** Something by its id, with the name that it has now. */
export type Named = Whole<Schemas["Named"]>;
export type Demand = Whole<Schemas["Demand"]>;
export type Considered = Whole<Schemas["Considered"]>;
export type PassedOver = Whole<Schemas["PassedOver"]>;
export type PassedOverQueue = Whole<Schemas["PassedOverQueue"]>;
export type PassedOverReason = Schemas["PassedOverReason"];
/** The value of a field that a rule tested. */
export type SeenValue = Whole<Schemas["ContextVariable"]>;

export type RoutingStep = Whole<Schemas["RoutingStep"]>;
export type RoutingDecision = RoutingStep & { number: number; at: string; sentence: string };
export type StepOf<Kind extends RoutingStep["kind"]> = Extract<RoutingStep, { kind: Kind }>;

export type WaitingNow = Whole<Schemas["WaitingNow"]>;
export type QueueSegment = Whole<Schemas["QueueSegment"]>;

export interface ConversationRouting {
  /** None unless it waits in a queue. */
  waiting: WaitingNow | null;
  /** Oldest first. */
  decisions: RoutingDecision[];
  segments: QueueSegment[];
}
