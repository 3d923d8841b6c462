/** What colleagues are called. */
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../app/context";
import { agentQuery } from "../app/queries";
import { texts } from "../texts";

export function useColleagueNames(): (agentId: string | null) => string {
  const desk = useDesk();
  const { data: agents } = useQuery(agentQuery(desk));
  return (agentId) => agents?.find(({ agent }) => agent.id === agentId)?.agent.name ?? texts.guests.agentGone;
}
