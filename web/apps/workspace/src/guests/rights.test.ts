import { aConversation, aParticipant, guid, ids } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import type { Conversation, Participant } from "../model";
import { actsOn } from "./rights";

const all = { monitor: true, assign: true, transfer: true, forceClose: true };
const theirs = (changes: Partial<Conversation> = {}) =>
  aConversation({ activeAgentId: ids.colleague, listAgentId: ids.colleague, ...changes });
const guest = (changes: Partial<Participant>) => aParticipant({ id: guid("part", 5), ...changes });
const nobody = { activeAgentId: null, listAgentId: null };

describe("a supervisor", () => {
  it.each<[string, Conversation, Participant | undefined, string]>([
    ["in conversation", theirs(), undefined, "monitor join transfer close"],
    ["that one monitors", theirs(), guest({ mode: "monitor" }), "join transfer close"],
    ["that one has joined", theirs(), guest({ mode: "consult" }), "transfer close"],
    ["on offer", theirs({ statusReason: "awaiting_agent_acceptance" }), undefined, "monitor close"],
    ["that nobody has", aConversation({ status: "open", ...nobody }), undefined, "assign close"],
    ["that waits", theirs({ status: "waiting", activeAgentId: null }), undefined, "transfer close"],
    ["in wrap-up", theirs({ status: "wrap_up", activeAgentId: null }), undefined, "monitor close"],
    ["that is closed", theirs({ status: "closed" }), undefined, ""],
    ["of one's own", aConversation(), undefined, ""],
    ["in one's own wrap-up", aConversation({ status: "wrap_up", activeAgentId: null }), undefined, ""],
  ])("with a conversation %s", (_which, conversation, own, expected) => {
    expect(actsOn(conversation, all, ids.me, own).join(" ")).toBe(expected);
  });

  it.each([
    ["monitor", "transfer close"],
    ["transfer", "monitor join close"],
    ["forceClose", "monitor join transfer"],
  ])("does without what the organisation has switched off: %s", (right, expected) => {
    expect(actsOn(theirs(), { ...all, [right]: false }, ids.me, undefined).join(" ")).toBe(expected);
  });
});
