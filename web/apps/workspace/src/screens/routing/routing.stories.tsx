/** Every state of "Why is this waiting?" and "Why you?". */
import type { ConversationRouting, Participant, PassedOver, StepOf } from "@frontdesk/api";
import {
  aConversation,
  aDemand,
  anAgent,
  anAgentStatus,
  anAssignment,
  aParticipant,
  aQueue,
  aRouting,
  aSegment,
  aWaiting,
  decisions,
  german,
  guid,
  ids,
  minutesBefore,
  named,
  support,
} from "@frontdesk/fakes";
import type { Story } from "../../../test/story";
import { api, fakeServer } from "../../../test/testDesk";
import type { BasePresence, Conversation } from "../../model";
import RoutingDrawer from "./RoutingDrawer";

const open: Partial<Conversation> = {
  status: "open",
  activeAgentId: null,
  listAgentId: null,
  queuedAt: minutesBefore(9),
};
const people = ["Ada Miles", "Bo Lindqvist", "Cleo Banks", "Dana Oyelaran", "Elif Kaya", "Finn Becker", "Gita Rao"];
const presences: Partial<Record<string, BasePresence>> = {
  "Cleo Banks": "away",
  "Dana Oyelaran": "away",
  "Elif Kaya": "away",
  "Gita Rao": "offline",
};
const person = (name: string) => named(people.indexOf(name) + 1, name);
const passed = (reason: PassedOver["reason"], ...names: string[]): PassedOver => ({
  reason,
  agents: names.map(person),
});
const billing = { id: guid("queue", 2), name: "Billing" };
const inGerman = aDemand({ priority: "high", skills: [{ skill: german, proficiency: 6 }] });

const classified: StepOf<"classified"> = {
  kind: "classified",
  saw: [
    { name: "visitor.language", value: "de" },
    { name: "context.tier", value: "" },
  ],
  fired: [
    { rulesetId: guid("rule", 1), ruleset: "Languages", rule: "German speakers" },
    { rulesetId: guid("rule", 2), ruleset: "Tiers", rule: null },
  ],
};
const queued: StepOf<"queued"> = {
  kind: "queued",
  queue: support,
  why: { because: "rule", ruleset: "Web chat routes", rule: "Half to Support", draw: 42 },
  saw: [{ name: "conversation.channel", value: "live_chat" }],
  passedOver: [{ queue: billing, condition: { when: "out_of_hours" } }],
};
const obstacles = [
  passed("presence", "Cleo Banks", "Dana Oyelaran", "Elif Kaya"),
  passed("skill", "Bo Lindqvist", "Finn Becker"),
  passed("units", "Ada Miles"),
];
const waits: StepOf<"waits"> = {
  kind: "waits",
  queue: support,
  demand: aDemand({ waitedMs: 0, skills: inGerman.skills }),
  considered: { eligible: [], passedOver: obstacles, unlisted: 0 },
};
function story(
  routing: Partial<ConversationRouting>,
  changes: Partial<Conversation> = {},
  seats: Participant[] = [],
): Story {
  const conversation = aConversation(changes);
  const server = fakeServer({ lists: { mine: [conversation] }, participants: { [conversation.id]: seats } });
  const overflowWaiting = { afterMs: 900_000, action: { do: "transfer_to_queue", queueId: billing.id } };
  return {
    server: server
      .on(`GET ${api}/conversations/${conversation.id}/routing`, aRouting(routing))
      .on(`GET ${api}/queues`, { items: [{ ...aQueue(), overflowWaiting }, aQueue(billing)] })
      .on(`GET ${api}/agents`, {
        items: people.map((name) => {
          const { id } = person(name);
          return {
            agent: anAgent({ id, name }),
            status: anAgentStatus({ agentId: id, base: presences[name] ?? "available" }),
            assigned: 1,
          };
        }),
      }),
    show: <RoutingDrawer conversationId={conversation.id} onClose={() => {}} />,
  };
}

export const nobodyCan = () =>
  story(
    {
      waiting: aWaiting(obstacles, { demand: inGerman }),
      decisions: decisions(classified, queued, waits),
      segments: [aSegment()],
    },
    open,
  );

export const nobodyServes = () => story({ waiting: aWaiting([], { position: 1 }) }, open);

export const someoneCan = () => {
  const considered = {
    eligible: [person("Finn Becker")],
    passedOver: [passed("presence", "Gita Rao")],
    unlisted: 3,
  };
  return story({ waiting: aWaiting([], { considered }) }, open);
};

export const waitsToBePicked = () => {
  const considered = {
    eligible: [person("Ada Miles"), person("Bo Lindqvist")],
    passedOver: [passed("units", "Finn Becker")],
    unlisted: 0,
  };
  const waiting = aWaiting([], { isPushed: false, position: 2, considered });
  return story({ waiting }, { ...open, distribution: "pick" });
};

export const declined = () =>
  story({ waiting: aWaiting([passed("declined", "Bo Lindqvist"), passed("declined_recently", "Finn Becker")]) }, open);

export const cameToYou = () =>
  story({
    decisions: decisions(
      classified,
      queued,
      anAssignment({
        demand: aDemand({ waitedMs: 120_000, skills: inGerman.skills }),
        considered: {
          eligible: [person("Ada Miles"), person("Finn Becker")],
          passedOver: [passed("presence", "Cleo Banks"), passed("units", "Bo Lindqvist")],
          unlisted: 0,
        },
      }),
    ),
    segments: [aSegment({ agent: person("Ada Miles"), firstWaitMs: 120_000 })],
  });

export const cameToAColleague = () =>
  story(
    {
      decisions: decisions(
        anAssignment({
          agent: person("Bo Lindqvist"),
          method: "custom",
          rule: "Anyone after a while",
          considered: { eligible: [person("Bo Lindqvist")], passedOver: [], unlisted: 0 },
        }),
      ),
    },
    { activeAgentId: ids.colleague, listAgentId: ids.colleague },
  );

export const pickedByYou = () =>
  story({ decisions: decisions(classified, queued) }, { distribution: "pick" }, [
    aParticipant({ id: guid("part", 9), agentId: ids.colleague, assignReason: null }),
    aParticipant(),
  ]);

export const transferredToAColleague = () =>
  story({ decisions: decisions(classified, queued) }, { activeAgentId: ids.colleague }, [
    aParticipant(),
    aParticipant({ id: guid("part", 2), agentId: ids.colleague, assignReason: "AgentTransfer" }),
  ]);

export const byHandOfNobodyKnown = () => story({ decisions: decisions(classified, queued) });

export const closedLongAgo = () =>
  story(
    {
      decisions: decisions(
        classified,
        queued,
        {
          kind: "overflowed",
          queue: support,
          condition: { when: "waited", waitedMs: 900_000, afterMs: 900_000 },
          action: { do: "transfer_to_queue", queueId: billing.id },
        },
        {
          kind: "queued",
          queue: billing,
          why: { because: "overflow", fromQueue: support },
          saw: [],
          passedOver: [],
        },
        anAssignment({ agent: person("Bo Lindqvist"), queue: billing, because: "nearest_in_skills" }),
      ),
      segments: [
        aSegment({ closureReason: "overflow_queue_transfer", endedAt: minutesBefore(4), declines: 2 }),
        aSegment({
          number: 2,
          queue: billing,
          creationReason: "overflow",
          agent: { id: guid("agent", 99), name: null },
          firstWaitMs: 60_000,
          talkMs: 300_000,
          endedAt: minutesBefore(1),
          closureReason: "end_conversation",
        }),
      ],
    },
    { status: "closed", activeAgentId: null, closedAt: minutesBefore(1) },
  );

export const notToBeHad = () => {
  const told = story({}, open);
  told.server.refuse(
    `GET ${api}/conversations/${guid("conv", 1)}/routing`,
    403,
    "forbidden",
    "That is not yours to see.",
  );
  return told;
};
