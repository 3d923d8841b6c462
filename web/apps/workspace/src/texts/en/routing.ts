/** The English texts of "Why is this waiting?" and "Why you?". Part of the catalogue; knows no shapes of the server. */
import { pluralIn } from "../plural";

const plural = pluralIn("en");

/** `1 is away`, `3 are away`. */
const agents = (one: string, other: string) => (count: number) =>
  plural(count, { one: `# ${one}`, other: `# ${other}` });

export const routing = {
  whyWaiting: "Why is this waiting?",
  whyYou: "Why you?",
  whyAgent: (name: string) => `Why ${name}?`,
  how: "How it was routed",
  open: "Why?",
  openNamed: (name: string) => `Why is ${name} waiting?`,
  loadFailed: "The reasons could not be loaded.",
  footnote: "For each agent only the first obstacle is named.",
  /** Deleted since. */
  gone: {
    agent: "an agent who has left",
    queue: "a queue that is gone",
    skill: "a skill that is gone",
    profile: "a capacity profile that is gone",
  },
  you: "You",

  waiting: {
    nobody: "Nobody can take it now.",
    nobodyServes: (queue: string) => `Nobody serves ${queue}.`,
    soon: (count: number) =>
      plural(count, {
        one: "# agent can take it; it is offered when its turn comes.",
        other: "# agents can take it; it is offered when its turn comes.",
      }),
    picked: "It waits until somebody picks it: it is not pushed to anyone.",
    because: (reasons: string) => `${reasons}.`,
    next: (queue: string) => `Next in ${queue}`,
    position: (position: number, queue: string) => plural(position, { other: `Number # in ${queue}` }),
    since: (span: string) => `waiting ${span}`,
  },

  reason: {
    deactivated: agents("no longer works here", "no longer work here"),
    not_connected: agents("is not signed in", "are not signed in"),
    presence: agents("is not in a presence that takes this work", "are not in a presence that takes this work"),
    hours: agents("is outside working hours", "are outside working hours"),
    skill: (count: number, skills: string) => plural(count, { one: `# lacks ${skills}`, other: `# lack ${skills}` }),
    condition: agents("does not fit the assignment rules", "do not fit the assignment rules"),
    units: agents("is full", "are full"),
    no_profile: (count: number, profiles: string) =>
      plural(count, { one: `# does not have ${profiles}`, other: `# do not have ${profiles}` }),
    profile_full: (count: number, profiles: string) =>
      plural(count, { one: `# has no room left in ${profiles}`, other: `# have no room left in ${profiles}` }),
    blocked: agents("is blocked by a full capacity profile", "are blocked by a full capacity profile"),
    declined: agents("has declined it too often", "have declined it too often"),
    declined_recently: agents("declined it a moment ago", "declined it a moment ago"),
  },
  inPresence: {
    available: agents("is not in a presence that takes this work", "are not in a presence that takes this work"),
    busy: agents("is busy", "are busy"),
    do_not_disturb: agents("does not want to be disturbed", "do not want to be disturbed"),
    away: agents("is away", "are away"),
    offline: agents("is offline", "are offline"),
    inactive: agents("is inactive", "are inactive"),
  },
  skillNeeded: (skill: string, proficiency: number) => plural(proficiency, { other: `${skill} (# needed)` }),
  aRequiredSkill: "a required skill",
  theProfile: "the capacity profile it takes",

  change: {
    title: "What would have to change",
    oneOf: (count: number) => plural(count, { one: "# agent", other: "one of # agents" }),
    not_connected: (who: string) => `${who} signs in.`,
    presence: (who: string) => `${who} becomes available.`,
    hours: (who: string) => `The working hours of ${who} begin.`,
    skill: (skills: string) => `Somebody with ${skills} comes into the queue, or an agent there learns it.`,
    condition: "An agent comes to fit the queue's assignment rules, or the rules ask for less.",
    units: (who: string, units: number) =>
      plural(units, { one: `${who} has # unit free again.`, other: `${who} has # units free again.` }),
    no_profile: (profiles: string) => `An agent of the queue is given ${profiles}.`,
    profile_full: (who: string, profiles: string) => `${who} has room in ${profiles} again.`,
    blocked: (who: string) => `${who} is no longer blocked by a full capacity profile.`,
    declined: "Somebody picks it, or a supervisor assigns it: those who declined are not asked again.",
    declined_recently: "A little time: it is offered again to those who declined it.",
    members: "An agent joins the queue.",
    pick: "Somebody picks it, or a supervisor assigns it.",
    loosens: (rule: string, span: string) => `After ${span} of waiting the rule “${rule}” may choose otherwise.`,
    overflows: (queue: string, span: string) => `After ${span} of waiting it goes on to ${queue}.`,
    ends: (span: string) => `After ${span} of waiting it is ended.`,
  },

  assigned: {
    first_in_order: {
      highest_capacity: (who: string) => `${who} had the most capacity free of those who could take it.`,
      advanced_round_robin: (who: string) => `${who} had waited longest for a turn.`,
      least_active: (who: string) => `${who} had been free the longest.`,
      custom: (who: string) => `${who} came first in the order that the queue's assignment rules set.`,
    },
    byRule: (who: string, rule: string) => `${who} came first by the rule “${rule}”.`,
    nearest_in_skills: (who: string) => `${who} came nearest to the skills it asks for.`,
    affinity: (who: string) => `${who} had it before.`,
    preferred: (who: string) => `${who} came first among the preferred agents.`,
    onlyOne: "Nobody else could take it.",
    others: (count: number) =>
      plural(count, { one: "# other could have taken it.", other: "# others could have taken it." }),
    byHand: "Routing did not choose here: the conversation was picked, transferred or assigned by hand.",
    handed: {
      AgentPick: { you: "You picked it yourself.", other: (who: string) => `${who} picked it.` },
      AgentTransfer: {
        you: "A colleague transferred it to you.",
        other: (who: string) => `It was transferred to ${who}.`,
      },
      SupervisorAssign: {
        you: "A supervisor assigned it to you.",
        other: (who: string) => `A supervisor assigned it to ${who}.`,
      },
      SupervisorTransferToAgent: {
        you: "A supervisor transferred it to you.",
        other: (who: string) => `A supervisor transferred it to ${who}.`,
      },
    },
    notRouted: "Routing did not choose here.",
    waited: (span: string) => `after ${span} of waiting`,
  },

  considered: {
    title: "Who was considered",
    eligible: (count: number) => plural(count, { one: "# could take it", other: "# could take it" }),
    pickers: {
      title: "Who could pick it",
      eligible: (count: number) => plural(count, { one: "# is free for it", other: "# are free for it" }),
      footnote: "Any member of the queue may pick it, whatever stands in the way here.",
    },
    unlisted: (count: number) =>
      plural(count, { one: "# more member is not listed", other: "# more members are not listed" }),
    names: "Names",
  },
  demand: {
    title: "What it asks for",
    priority: "Priority",
    units: "Capacity",
    unitCount: (count: number) => plural(count, { one: "# unit", other: "# units" }),
    skills: "Skills",
    profiles: "Capacity profiles",
  },
  classified: {
    title: "How it was classified",
    none: "No classification rules were asked.",
    fired: (rule: string, ruleset: string) => `“${rule}” of “${ruleset}” held.`,
    noneHeld: (ruleset: string) => `No rule of “${ruleset}” held.`,
    saw: "What the rules saw",
    nothing: "nothing",
  },
  queued: {
    title: "Why this queue",
    rule: (rule: string, ruleset: string, queue: string) => `The rule “${rule}” of “${ruleset}” chose ${queue}.`,
    draw: (draw: number) =>
      plural(draw, { other: "The rule shares its work among queues; the draw was # (of 0 to 99)." }),
    classification: (queue: string) => `Classification named ${queue}.`,
    named: (queue: string) => `Whoever started the conversation named ${queue}.`,
    fallback: (queue: string) => `No rule held, so it went to ${queue}.`,
    opensFirst: (queue: string) => `All queues of the rule were closed or full; ${queue} opens first.`,
    opensFirstAt: (queue: string, at: string) =>
      `All queues of the rule were closed or full; ${queue} opens first, ${at}.`,
    overflow: (from: string, queue: string) => `${from} sent it on to ${queue}.`,
    transferred: (by: string, queue: string) => `${by} transferred it to ${queue}.`,
    released: (by: string, queue: string) => `${by} released it to ${queue}.`,
    returned: (queue: string) => `It came back to ${queue}: its agent declined, missed or left it.`,
    customer_wrote: (queue: string) => `The customer wrote again, so it came back to ${queue}.`,
    passedOver: (queues: string) => `Passed over: ${queues}.`,
    closed: (queue: string) => `${queue} (closed)`,
    full: (queue: string, waiting: number) => plural(waiting, { other: `${queue} (full with # waiting)` }),
  },
  overflowed: {
    out_of_hours: (queue: string) => `${queue} was closed.`,
    queue_length: (queue: string, waiting: number) =>
      plural(waiting, { one: `# waited in ${queue} already.`, other: `# waited in ${queue} already.` }),
    waited: (queue: string, span: string) => `It had waited ${span} in ${queue}.`,
    end_conversation: "It was ended.",
    transfer_to_queue: (queue: string) => `It went on to ${queue}.`,
    queue_anyway: "It was queued all the same.",
  },
  history: {
    title: "Decisions so far",
    none: "Routing has decided nothing about this conversation.",
    classified: "Classified",
    queued: (queue: string) => `To ${queue}`,
    overflowed: (queue: string) => `Sent on by ${queue}`,
    assigned: (agent: string) => `To ${agent}`,
    assignedToYou: "To you",
    waits: (queue: string) => `Waits in ${queue}`,
    eligible: (count: number) =>
      plural(count, { one: "# could take it when its turn came.", other: "# could take it when its turn came." }),
  },
  segments: {
    title: "Stays in queues",
    waited: (span: string) => `waited ${span}`,
    talked: (span: string) => `talked ${span}`,
    declines: (count: number) => plural(count, { one: "declined once", other: "declined # times" }),
    abandoned: "the customer left",
    now: "here now",
    by: (agent: string) => `taken by ${agent}`,
    from: {
      direct_queue_entry: "came in",
      transfer_in: "transferred here",
      overflow: "sent on to here",
      customer_returned: "the customer returned",
      reopened: "opened again",
    },
    to: {
      end_conversation: "ended",
      transfer_out: "transferred on",
      overflow_queue_transfer: "sent on",
      overflow_end_conversation: "ended after too long a wait",
      waiting: "put aside",
    },
  },
};
