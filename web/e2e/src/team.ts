// A queue with one agent of its own, and chats that reach it alone: what a test does is nobody else's business.

import type { Client, ConversationSummary, StartedConversation, VisitorMessage } from "@frontdesk/api";
import { eventually, signInAs, visitorClient } from "./api.ts";
import type { Server, User } from "./server.ts";

const PASSWORD = "a-long-password-for-tests";

export interface Team {
  admin: Client;
  agent: User & { name: string };
  /** As the agent, by a token. */
  api: Client;
  queueId: string;
  /** Live chat: both sides are there. */
  liveChat: string;
  /** Goes on for days: has a Waiting state. */
  persistentChat: string;
  /** Live chat that is never pushed: somebody picks it. */
  pickedChat: string;
  startChat(settings: { widgetId: string; name: string; text: string }): Promise<Chat>;
  find(id: string): Promise<ConversationSummary>;
}

/** A conversation whose customer is the test. */
export interface Chat {
  id: string;
  name: string;
  say(text: string): Promise<void>;
  messages(): Promise<VisitorMessage[]>;
}

let teams = 0;

export async function makeTeam(server: Server): Promise<Team> {
  const administrator = server.users.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("the demonstration has no administrator");
  const admin = await signInAs(server, administrator);
  const number = ++teams;
  const name = `Grace Hopper ${number}`;
  const agent = await makeAgent(admin, { name, email: `grace${number}@team.example`, role: "agent" });
  const queue = await admin.post<{ id: string }>("/api/v1/queues", { name: `Team ${number}`, members: [agent.id] });
  const widget = async (mode: string, title: string, distribution = "push") => {
    const way = { channel: "live_chat", mode, distribution, pickFromPush: true };
    const kind = { ...way, capacityUnits: 1, fallbackQueueId: queue.id };
    const workstream = await admin.post<{ id: string }>("/api/v1/workstreams", { ...kind, name: `${title} ${number}` });
    const looks = { name: `${title} ${number}`, title, greeting: "Welcome! How can we help?", color: "#0f6cbd" };
    return (await admin.post<{ id: string }>("/api/v1/widgets", { ...looks, workstreamId: workstream.id })).id;
  };
  const api = await signInAs(server, agent);
  return {
    admin,
    agent,
    api,
    queueId: queue.id,
    liveChat: await widget("live_chat", "Live help"),
    persistentChat: await widget("persistent_chat", "Your account"),
    pickedChat: await widget("live_chat", "Callbacks", "pick"),
    startChat: (settings) => startChat(server, settings),
    find: async (id) => {
      type Detail = { conversation: ConversationSummary };
      return (await admin.get<Detail>(`/api/v1/conversations/${id}`)).conversation;
    },
  };
}

export async function makeAgent(admin: Client, who: { name: string; email: string; role: User["role"] }) {
  type Made = { agent: { id: string } };
  const { agent } = await admin.post<Made>("/api/v1/agents", { ...who, password: PASSWORD, capacityUnits: 100 });
  return { ...who, id: agent.id, password: PASSWORD };
}

async function startChat(server: Server, { widgetId, name, text }: { widgetId: string; name: string; text: string }) {
  const start = { widgetId, name, text };
  const started = await visitorClient(server).post<StartedConversation>("/api/v1/visitor/conversations", start);
  const visitor = visitorClient(server, started.token ?? undefined);
  const id = started.conversationId;
  const path = `/api/v1/visitor/conversations/${id}/messages`;
  return {
    id,
    name,
    say: async (words: string) => {
      await visitor.post(path, { text: words });
    },
    messages: async () => (await visitor.get<{ items: VisitorMessage[] }>(path)).items,
  };
}

/** The agent has a browser open: routing offers the chat to them, and they take it. */
export async function accept({ api, find, agent }: Team, { id }: Chat): Promise<void> {
  await eventually(async () => {
    const { activeAgentId } = await find(id);
    return activeAgentId === agent.id;
  });
  await api.post(`/api/v1/conversations/${id}/accept`);
}
