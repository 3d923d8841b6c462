/** What the people and things of a routing decision are called, and how they stand now. Knows nothing of decisions. */
import type { Named, Queue } from "@frontdesk/api";
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../app/context";
import { agentQuery, queueName, queueQuery } from "../app/queries";
import type { BasePresence } from "../model";
import { texts } from "../texts";

export interface Names {
  /** "You" for whoever reads. */
  who: (agent: Named) => string;
  /** The same for somebody whose id alone is known. */
  agent: (agentId: string) => string;
  /** Their presence as of now. */
  presence: (agentId: string) => BasePresence | undefined;
  queue: (queueId: string) => string;
  /** How the queue is set up, as of now. */
  plan: (queueId: string) => Queue | undefined;
}

export function useNames(): Names {
  const desk = useDesk();
  const { data: agents } = useQuery(agentQuery(desk));
  const { data: queues } = useQuery(queueQuery(desk));
  const byId = (agentId: string) => agents?.find(({ agent }) => agent.id === agentId);
  return {
    who: (agent) => (agent.id === desk.me.id ? texts.routing.you : agentName(agent)),
    agent: (id) => (id === desk.me.id ? texts.routing.you : agentName({ id, name: byId(id)?.agent.name ?? null })),
    presence: (agentId) => byId(agentId)?.status?.base,
    queue: (queueId) => queueName(queues, queueId) ?? texts.routing.gone.queue,
    plan: (queueId) => queues?.find((queue) => queue.id === queueId),
  };
}

export const agentName = ({ name }: Named): string => name ?? texts.routing.gone.agent;
export const nameOfQueue = ({ name }: Named): string => name ?? texts.routing.gone.queue;
export const skillName = ({ name }: Named): string => name ?? texts.routing.gone.skill;
export const profileName = ({ name }: Named): string => name ?? texts.routing.gone.profile;
