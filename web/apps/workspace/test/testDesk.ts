/** A desk on a server of canned answers and a clock that stands still: what a test of state needs, in one line. */
import { createClient, type Me } from "@frontdesk/api";
import {
  aMe,
  anAgent,
  anAgentStatus,
  aPresence,
  aQueue,
  aRouting,
  aWorkstream,
  FakeServer,
  ids,
  manualEnvironment,
  noon,
} from "@frontdesk/fakes";
import { QueryClient } from "@tanstack/react-query";
import { createDesk, type Desk } from "../src/app/desk";
import { keys } from "../src/app/keys";
import { createServer } from "../src/app/server";
import type { KeyValues } from "../src/composing/drafts";
import type {
  Conversation,
  ConversationDetail,
  ConversationSession,
  ConversationView,
  Message,
  Participant,
} from "../src/model";

export const api = "/api/v1";

export interface World {
  me?: Partial<Me>;
  lists?: Partial<Record<ConversationView, Conversation[]>>;
  /** Messages of each conversation, by its id. */
  messages?: Record<string, Message[]>;
  sessions?: ConversationSession[];
  /** Who takes part in each conversation, by its id. */
  participants?: Record<string, Participant[]>;
}

/** The server's answers for a small organisation. */
export function fakeServer(world: World = {}): FakeServer {
  const me = aMe(world.me);
  const server = new FakeServer();
  server
    .on(`GET ${api}/me`, me)
    .on(`GET ${api}/queues`, { items: [aQueue()] })
    .on(`GET ${api}/skills`, { items: [] })
    .on(`GET ${api}/workstreams`, { items: [aWorkstream()] })
    .on(`GET ${api}/notification-templates`, { items: [] })
    .on(`GET ${api}/session-templates`, { items: [] })
    .on(`GET ${api}/presences`, {
      items: [aPresence(), aPresence({ id: ids.busy, name: "In a meeting", base: "busy" })],
    })
    .on(`GET ${api}/agents`, {
      items: [
        { agent: anAgent({ role: me.role }), status: anAgentStatus(), assigned: 1 },
        {
          agent: anAgent({ id: ids.colleague, name: "Bo Lindqvist", email: "bo@example.com" }),
          status: anAgentStatus({ agentId: ids.colleague }),
          assigned: 0,
        },
      ],
    })
    .on(`PUT ${api}/agents/me/presence`, {});
  for (const view of ["mine", "open", "visiting", "closed", "ongoing"] as const) {
    const items = world.lists?.[view] ?? [];
    server.on(`GET ${api}/conversations?view=${view}&limit=200`, { items, nextCursor: null, sequence: 10 });
    for (const conversation of items) addConversation(server, conversation, world);
  }
  return server;
}

export function addConversation(server: FakeServer, conversation: Conversation, world: World = {}): void {
  const path = `${api}/conversations/${conversation.id}`;
  const detail: ConversationDetail = {
    conversation,
    sessions: world.sessions ?? [],
    participants: world.participants?.[conversation.id] ?? [],
    customer: null,
    case: null,
    sequence: 10,
  };
  server
    .on(`GET ${path}`, detail)
    .on(`GET ${path}/messages`, { items: world.messages?.[conversation.id] ?? [], more: false })
    .on(`GET ${path}/routing`, aRouting())
    .on(`GET ${path}/earlier`, { items: [] });
  for (const verb of [
    "marks",
    "accept",
    "reject",
    "displayed",
    "pick",
    "end",
    "close-session",
    "release",
    "transfer",
    "consult",
    "leave",
    "monitor",
    "join",
    "assign",
    "force-close",
  ]) {
    server.on(`POST ${path}/${verb}`, {});
  }
}

export function memory(): KeyValues & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

export function testCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY },
    },
  });
}

export function testDesk(world: World & { server?: FakeServer } = {}): {
  desk: Desk;
  server: FakeServer;
  environment: ReturnType<typeof manualEnvironment>;
} {
  const server = world.server ?? fakeServer(world);
  const environment = manualEnvironment();
  const cache = testCache();
  cache.setQueryData(keys.me, aMe(world.me));
  if (!world.server) {
    cache.setQueryData(keys.queues, [aQueue()]);
    cache.setQueryData(keys.workstreams, [aWorkstream()]);
  }
  const desk = createDesk({
    me: aMe(world.me),
    server: createServer(createClient({ fetch: server.fetch, environment, repeats: 0 })),
    cache,
    storage: memory(),
    windowStorage: memory(),
    now: () => Date.parse(noon),
    newId: environment.newId,
    setTimeout: environment.timers.set,
  });
  return { desk, server, environment };
}
