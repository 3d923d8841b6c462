/** Every state of the bar that says who takes part, for whoever sees it. */
import { aConversation, aParticipant, guid, ids } from "@frontdesk/fakes";
import type { Story } from "../../../test/story";
import { fakeServer } from "../../../test/testDesk";
import type { Conversation, Participant } from "../../model";
import { GuestBar } from "./GuestBar";

const theirs: Partial<Conversation> = { activeAgentId: ids.colleague, listAgentId: ids.colleague };

function aGuest(agentId: string, changes: Partial<Participant>): Participant {
  const as = { mode: "consult", public: false, assignReason: "AgentConsult" } as const;
  return aParticipant({ id: guid("part", 2), agentId, ...as, ...changes });
}

function story(changes: Partial<Conversation>, ...participants: Participant[]): Story {
  const conversation = aConversation(changes);
  const detail = { conversation, sessions: [], participants, customer: null, case: null, sequence: 1 };
  return { server: fakeServer(), show: <GuestBar detail={detail} /> };
}

export const youAsked = () => story({}, aGuest(ids.colleague, { joinedAt: null }));
export const youAreAdvised = () => story({}, aGuest(ids.colleague, {}));
export const yourColleagueWrites = () => story({}, aGuest(ids.colleague, { public: true }));
export const aSupervisorJoined = () =>
  story({}, aGuest(ids.colleague, { public: true, assignReason: "AgentConversationJoin" }));
export const youAreAsked = () => story(theirs, aGuest(ids.me, { joinedAt: null }));
export const youAdvise = () => story(theirs, aGuest(ids.me, {}));
export const youHandOver = () => story({ ...theirs, statusReason: "awaiting_agent_acceptance" }, aGuest(ids.me, {}));
export const youWriteToo = () => story(theirs, aGuest(ids.me, { public: true }));
export const youMonitor = () => story(theirs, aGuest(ids.me, { mode: "monitor", assignReason: "AgentMonitor" }));
export const youJoined = () => story(theirs, aGuest(ids.me, { public: true, assignReason: "AgentConversationJoin" }));
export const nobodyIsThereAnyMore = () => story({}, aGuest(ids.colleague, { leftAt: "2026-11-23T11:50:00.000Z" }));
