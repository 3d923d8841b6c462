// Why a conversation is where it is, as `GET /api/v1/conversations/{id}/routing` tells it. Knows nothing of how routing
// decides, and has no words for people.

export type SegmentCreation = "direct_queue_entry" | "transfer_in" | "overflow" | "customer_returned";
export type SegmentClosure =
  | "end_conversation"
  | "transfer_out"
  | "overflow_queue_transfer"
  | "overflow_end_conversation"
  | "waiting";

/** The first thing that stood against an agent, in this order. */
export type PassedOverReason =
  | "deactivated"
  | "not_connected"
  | "presence"
  | "hours"
  | "skill"
  | "condition"
  | "units"
  | "no_profile"
  | "profile_full"
  | "blocked"
  | "declined"
  | "declined_recently";

export type AssignmentMethodName = "highest_capacity" | "advanced_round_robin" | "least_active" | "custom";
export type AssignedBecause = "first_in_order" | "nearest_in_skills" | "affinity" | "preferred";

/** Something by its id, with the name that it has now. */
export interface Named {
  id: string;
  /** None: it was deleted since. */
  name: string | null;
}

export interface DemandedSkill {
  skill: Named;
  /** The least that is asked for. */
  proficiency: number;
}

/** The value of a field that a rule tested. */
export interface SeenValue {
  name: string;
  value: string;
}

export interface FiredRule {
  rulesetId: string;
  ruleset: string;
  /** None: no rule of this ruleset held. */
  rule: string | null;
}

/** What the conversation asked for when it was decided. */
export interface Demand {
  priority: "low" | "normal" | "high";
  waitedMs: number;
  units: number;
  skills: DemandedSkill[];
  capacityProfiles: Named[];
}

export interface PassedOver {
  reason: PassedOverReason;
  agents: Named[];
}

/** The members of the queue, each once. */
export interface Considered {
  /** Best first. */
  eligible: Named[];
  passedOver: PassedOver[];
  /** Members of large queues that were not listed one by one. */
  unlisted: number;
}

export type QueuedBecause =
  | { because: "rule"; ruleset: string; rule: string; draw: number | null }
  | { because: "classification" }
  | { because: "named" }
  | { because: "fallback" }
  | { because: "opens_first"; opensAt: string | null }
  | { because: "overflow"; fromQueue: Named }
  | { because: "transferred"; by: Named }
  | { because: "released"; by: Named }
  | { because: "returned" }
  | { because: "customer_wrote" };

export type OverflowCondition = { when: "out_of_hours" } | { when: "queue_length"; waitingMax: number };

export type Overflow =
  | { when: "out_of_hours" }
  | { when: "queue_length"; waiting: number; waitingMax: number }
  | { when: "waited"; waitedMs: number; afterMs: number };

export type OverflowAction =
  | { do: "end_conversation" }
  | { do: "transfer_to_queue"; queueId: string }
  | { do: "queue_anyway" };

export interface PassedOverQueue {
  queue: Named;
  condition: OverflowCondition;
}

export interface ClassifiedStep {
  kind: "classified";
  saw: SeenValue[];
  fired: FiredRule[];
}

export interface QueuedStep {
  kind: "queued";
  queue: Named;
  why: QueuedBecause;
  saw: SeenValue[];
  /** Queues that were looked at before. */
  passedOver: PassedOverQueue[];
}

export interface OverflowedStep {
  kind: "overflowed";
  queue: Named;
  condition: Overflow;
  action: OverflowAction;
}

export interface AssignedStep {
  kind: "assigned";
  agent: Named;
  queue: Named;
  method: AssignmentMethodName;
  rule: string | null;
  because: AssignedBecause;
  demand: Demand;
  considered: Considered;
}

export interface WaitsStep {
  kind: "waits";
  queue: Named;
  demand: Demand;
  considered: Considered;
}

export type RoutingStep = ClassifiedStep | QueuedStep | OverflowedStep | AssignedStep | WaitsStep;

export type RoutingDecision = RoutingStep & {
  /** 1, 2, 3, … within the conversation. */
  number: number;
  at: string;
};

/** Why it waits, as of now. */
export interface WaitingNow {
  queue: Named;
  /** Its turn in the queue: 1 is served first. */
  position: number;
  /** Whether an agent is looked for. Otherwise it waits to be picked. */
  isPushed: boolean;
  demand: Demand;
  considered: Considered;
}

/** One stay in a queue. */
export interface QueueSegment {
  number: number;
  queue: Named;
  startedAt: string;
  endedAt: string | null;
  /** Who accepted last. */
  agent: Named | null;
  abandoned: boolean;
  creationReason: SegmentCreation;
  closureReason: SegmentClosure | null;
  firstWaitMs: number | null;
  talkMs: number;
  wrapUpMs: number;
  declines: number;
}

export interface ConversationRouting {
  /** None unless it waits in a queue. */
  waiting: WaitingNow | null;
  /** Oldest first. */
  decisions: RoutingDecision[];
  segments: QueueSegment[];
}

/** What of a queue's set-up changes the lot of those who wait. */
export interface QueuePlan {
  method: AssignmentMethodName;
  assignmentRules?: { name: string; afterWaitMs: number }[];
  overflowWaiting?: { afterMs: number; action: OverflowAction } | null;
}
