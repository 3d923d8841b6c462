/** Each request that the workspace makes, by name. Knows paths and bodies; keeps nothing. */
import type { Client, ConversationRouting, FileLink } from "@frontdesk/api";
import type {
  AgentItem,
  BulkAct,
  BulkAnswer,
  CaseRecord,
  Conversation,
  ConversationDetail,
  ConversationView,
  CustomerRecord,
  FoundConversations,
  Me,
  Message,
  NotificationTemplate,
  PersonalQuickReply,
  Presence,
  Queue,
  RecordType,
  SessionTemplate,
  Skill,
  To,
  UsableQuickReply,
  Visibility,
  Workstream,
} from "../model";

/** A quick reply of one's own, as it is saved. */
export type QuickReplyWords = Pick<PersonalQuickReply, "title" | "text" | "locale" | "tags">;

interface Items<Item> {
  items: Item[];
}

export interface ConversationPage {
  items: Conversation[];
  nextCursor?: string | null;
  sequence: number;
}

export interface MessagePage {
  items: Message[];
  more: boolean;
}

export interface NewMessage {
  text: string;
  visibility: Visibility;
  clientMessageId: string;
  /** Ids of files that are uploaded. */
  attachments?: string[];
}

export interface BulkOrder {
  act: BulkAct;
  conversationIds: readonly string[];
  agentId?: string;
  queueId?: string;
  regardless?: boolean;
  text?: string;
}

export interface SetUp {
  token: string;
  organizationName: string;
  email: string;
  name: string;
  password: string;
}

const api = "/api/v1";
const ownQuickReplies = `${api}/agents/me/quick-replies`;
const one = (conversationId: string) => `${api}/conversations/${encodeURIComponent(conversationId)}`;

export function createServer(client: Client) {
  const command = (conversationId: string, verb: string, body: unknown = {}) =>
    client.post<void>(`${one(conversationId)}/${verb}`, body);

  return {
    me: () => client.get<Me>(`${api}/me`),
    signIn: (email: string, password: string) => client.post<Me>(`${api}/sign-in`, { email, password }),
    signOut: () => client.post<void>(`${api}/sign-out`),
    setUp: (setUp: SetUp) => client.post<unknown>(`${api}/set-up`, setUp),

    agents: async () => (await client.get<Items<AgentItem>>(`${api}/agents`)).items,
    presences: async () => (await client.get<Items<Presence>>(`${api}/presences`)).items,
    queues: async () => (await client.get<Items<Queue>>(`${api}/queues`)).items,
    skills: async () => (await client.get<Items<Skill>>(`${api}/skills`)).items,
    workstreams: async () => (await client.get<Items<Workstream>>(`${api}/workstreams`)).items,
    notificationTemplates: async () =>
      (await client.get<Items<NotificationTemplate>>(`${api}/notification-templates`)).items,
    sessionTemplates: async () => (await client.get<Items<SessionTemplate>>(`${api}/session-templates`)).items,
    ownQuickReplies: async () => (await client.get<Items<PersonalQuickReply>>(ownQuickReplies)).items,
    createOwnQuickReply: (words: QuickReplyWords) => client.post<PersonalQuickReply>(ownQuickReplies, words),
    changeOwnQuickReply: (id: string, words: Partial<QuickReplyWords>) =>
      client.request<PersonalQuickReply>("PATCH", `${ownQuickReplies}/${encodeURIComponent(id)}`, { body: words }),
    deleteOwnQuickReply: (id: string) => client.request<void>("DELETE", `${ownQuickReplies}/${encodeURIComponent(id)}`),
    setPresence: (presenceId: string) =>
      client.request<void>("PUT", `${api}/agents/me/presence`, { body: { presenceId } }),

    conversations: (view: ConversationView, cursor?: string) =>
      client.get<ConversationPage>(`${api}/conversations`, { view, cursor, limit: 200 }),
    conversation: (id: string) => client.get<ConversationDetail>(one(id)),
    messages: (id: string, range: { before?: number; after?: number }, limit = 60) =>
      client.get<MessagePage>(`${one(id)}/messages`, { ...range, limit }),

    quickReplies: async (id: string) => (await client.get<Items<UsableQuickReply>>(`${one(id)}/quick-replies`)).items,
    search: (text: string, cursor?: string, signal?: AbortSignal) =>
      client.request<FoundConversations>("GET", `${api}/search`, {
        query: { text, cursor },
        ...(signal ? { signal } : {}),
      }),

    routing: (id: string) => client.get<ConversationRouting>(`${one(id)}/routing`),
    earlier: async (id: string) => (await client.get<Items<Conversation>>(`${one(id)}/earlier`)).items,
    send: (id: string, message: NewMessage) => command(id, "messages", message),
    fileLink: (id: string, fileId: string) => client.get<FileLink>(`${one(id)}/files/${encodeURIComponent(fileId)}`),
    accept: (id: string, sessionId: string) => command(id, "accept", { sessionId }),
    reject: (id: string, sessionId: string) => command(id, "reject", { sessionId }),
    displayed: (id: string, sessionId: string) => command(id, "displayed", { sessionId }),
    pick: (id: string) => command(id, "pick"),
    end: (id: string) => command(id, "end"),
    closeSession: (id: string) => command(id, "close-session"),
    release: (id: string) => command(id, "release"),
    transfer: (id: string, to: To) => command(id, "transfer", to),
    consult: (id: string, to: To) => command(id, "consult", to),
    acceptConsult: (id: string, guestId: string) => command(id, `consult/${guestId}/accept`),
    rejectConsult: (id: string, guestId: string) => command(id, `consult/${guestId}/reject`),
    addToPublic: (id: string, guestId: string) => command(id, `consult/${guestId}/add-to-public`),
    endConsult: (id: string, guestId: string) => command(id, `consult/${guestId}/remove`),
    leave: (id: string) => command(id, "leave"),
    monitor: (id: string) => command(id, "monitor"),
    join: (id: string) => command(id, "join"),
    assign: (id: string, to: To, regardless: boolean) => command(id, "assign", { ...to, regardless }),
    forceClose: (id: string) => command(id, "force-close"),
    bulk: async (order: BulkOrder) => (await client.post<Items<BulkAnswer>>(`${api}/conversations/bulk`, order)).items,
    link: (id: string, recordType: RecordType, recordId: string) => command(id, "link", { recordType, recordId }),
    unlink: (id: string, recordType: RecordType, recordId: string) => command(id, "unlink", { recordType, recordId }),
    marks: (id: string, marks: { delivered: number; read: number }) => command(id, "marks", marks),

    contacts: async (search: string) => (await client.get<Items<CustomerRecord>>(`${api}/contacts`, { search })).items,
    accounts: async (search: string) => (await client.get<Items<CustomerRecord>>(`${api}/accounts`, { search })).items,
    cases: async (search: string) => (await client.get<Items<CaseRecord>>(`${api}/cases`, { search })).items,
    createContact: (contact: { name: string; email?: string; phone?: string }) =>
      client.post<CustomerRecord>(`${api}/contacts`, contact),
  };
}

export type Server = ReturnType<typeof createServer>;
