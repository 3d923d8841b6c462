/** The question that fits where a conversation stands, and the way to its answer. */
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../../app/context";
import { agentQuery } from "../../app/queries";
import type { Conversation } from "../../model";
import { texts } from "../../texts";
import { view } from "../workspace/view";

export function useWhyText(conversation: Conversation | undefined): string {
  const desk = useDesk();
  const { data: agents } = useQuery(agentQuery(desk));
  const agentId = conversation?.activeAgentId;
  if (conversation?.status === "open") return texts.routing.whyWaiting;
  if (conversation?.status !== "active" || !agentId) return texts.routing.how;
  if (agentId === desk.me.id) return texts.routing.whyYou;
  const name = agents?.find((item) => item.agent.id === agentId)?.agent.name;
  return texts.routing.whyAgent(name ?? texts.routing.gone.agent);
}

export function askWhy(conversationId: string): void {
  view.setState({ whyOf: conversationId });
}
