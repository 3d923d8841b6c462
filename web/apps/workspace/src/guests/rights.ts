/** What this supervisor may do with a conversation now, as far as the organisation and its status tell; the server decides. */
import type { SupervisorRights } from "@frontdesk/api";
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../app/context";
import { meQuery } from "../app/queries";
import { type Conversation, isOffered, oversees, type Participant } from "../model";

export type SupervisorAct = "monitor" | "join" | "assign" | "transfer" | "close";

const none: SupervisorRights = { monitor: false, assign: false, transfer: false, forceClose: false };

export function useRights(): SupervisorRights {
  const { data: me } = useQuery(meQuery(useDesk()));
  return oversees(me.role) ? me.settings.supervisors : none;
}

/** In the order in which they are shown. */
export function actsOn(
  conversation: Conversation,
  rights: SupervisorRights,
  agentId: string,
  guest: Participant | undefined,
): SupervisorAct[] {
  const { status, listAgentId, activeAgentId } = conversation;
  const own = activeAgentId === agentId || (listAgentId === agentId && status !== "open");
  if (own || status === "closed") return [];
  const served = status === "active" && !isOffered(conversation);
  const may: Record<SupervisorAct, boolean> = {
    monitor: rights.monitor && (status === "active" || status === "wrap_up") && !guest,
    join: rights.monitor && served && (!guest || guest.mode === "monitor"),
    assign: rights.assign && status === "open",
    transfer: rights.transfer && (served || status === "waiting"),
    close: rights.forceClose,
  };
  return (["monitor", "join", "assign", "transfer", "close"] as const).filter((act) => may[act]);
}
