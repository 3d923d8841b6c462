/** What an agent may write in a conversation. Pure. */
import { type Standing, standingOf } from "../../guests/guests";
import {
  type Conversation,
  isInHand,
  isOffered,
  isWrappingUp,
  oversees,
  type Participant,
  type Role,
} from "../../model";

const asGuest: Record<Standing, "all" | "notes" | undefined> = {
  invited: undefined,
  advising: "notes",
  public: "all",
  joined: "all",
  monitoring: undefined,
};

/** Everything, notes, or nothing. */
export function writes(
  conversation: Conversation,
  agentId: string,
  role: Role,
  guest?: Participant,
): "all" | "notes" | undefined {
  if (isInHand(conversation, agentId)) return "all";
  if (guest) return asGuest[standingOf(guest)];
  if (conversation.status === "closed") return undefined;
  if (isWrappingUp(conversation, agentId)) return "notes";
  if (oversees(role) && !isOffered(conversation)) return "notes";
  return undefined;
}
