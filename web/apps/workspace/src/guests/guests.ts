/** Who takes part in a conversation beside the agent whose it is, and as what. Pure: knows no server and no words. */
import type { ConversationDetail, Participant } from "../model";

/** The reason of whoever was asked for advice, as the server names it. */
const asked = "AgentConsult";

/** `invited` and `advising` for whoever was asked; `public` once they write to the customer; the rest for supervisors. */
export type Standing = "invited" | "advising" | "public" | "joined" | "monitoring";

/** Invited or there. */
export function guestsOf({ participants }: Pick<ConversationDetail, "participants">): Participant[] {
  return participants.filter((known) => known.mode !== "primary" && known.leftAt === null);
}

export function guestOf(detail: Pick<ConversationDetail, "participants">, agentId: string): Participant | undefined {
  return guestsOf(detail).find((guest) => guest.agentId === agentId);
}

export function wasAsked(guest: Participant): boolean {
  return guest.assignReason === asked;
}

export function standingOf(guest: Participant): Standing {
  if (guest.mode === "monitor") return "monitoring";
  if (!wasAsked(guest)) return "joined";
  if (!guest.joinedAt) return "invited";
  return guest.public ? "public" : "advising";
}

/** Whom a private message is for: those who take part and have accepted, but whoever reads along unseen. */
export function confidants(detail: ConversationDetail, ownId: string): string[] {
  const there = guestsOf(detail).filter((guest) => guest.joinedAt && guest.mode !== "monitor");
  const own = there.some((guest) => guest.agentId === ownId);
  const { activeAgentId } = detail.conversation;
  if (there.length === 0 || (!own && activeAgentId !== ownId)) return [];
  const everyone = [activeAgentId, ...there.map((guest) => guest.agentId)];
  return everyone.filter((id): id is string => id !== null && id !== ownId);
}
