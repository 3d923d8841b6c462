// The nouns as the native API writes them: camelCase, ids as GUIDs, times as ISO 8601. Knows nothing of fetch or sockets.

export type Role = "agent" | "supervisor" | "administrator";
export type BasePresence = "available" | "busy" | "do_not_disturb" | "away" | "offline" | "inactive";
export type PresenceSource = "automatic" | "agent" | "system";
export type Channel = "live_chat" | "sms" | "whatsapp" | "facebook" | "telegram" | "line" | "email" | "custom";
export type ConversationMode = "live_chat" | "persistent_chat" | "asynchronous";
export type ConversationStatus = "open" | "active" | "waiting" | "closed" | "wrap_up";
export type Priority = "low" | "normal" | "high";
export type Visibility = "public" | "internal";
export type OfferEnd = "accepted" | "rejected" | "timed_out" | "withdrawn";
export type Notification = "open_session" | "screen_pop_with_timeout" | "screen_pop_with_decline";
export type SystemMessage =
  | "agent_accepted"
  | "agent_ended"
  | "agent_disconnected"
  | "customer_ended"
  | "customer_disconnected"
  | "transfer_to_queue"
  | "transfer_to_agent"
  | "session_closed"
  | "conversation_closed";

export interface Agent {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  capacityUnits: number;
  defaultPresenceId: string | null;
  createdAt: string;
}

export interface AgentStatus {
  agentId: string;
  presenceId: string;
  base: BasePresence;
  source: PresenceSource;
  presenceModifiedAt: string;
  availableUnits: number;
  openSessions: number;
  lastAssignedAt: string | null;
}

export interface Settings {
  sessionsMax: number;
  declinesAllowed: number;
  messageCharactersMax: number;
  framedOrigins: string[];
  [setting: string]: unknown;
}

/** Who is signed in. */
export interface Me {
  id: string;
  email: string;
  name: string;
  role: Role;
  organizationId: string;
  organizationName: string;
  settings: Settings;
  status: AgentStatus;
}

export interface Presence {
  id: string;
  name: string;
  base: BasePresence;
  settable: boolean;
  isDefault: boolean;
}

export interface Queue {
  id: string;
  name: string;
  priority: number;
  method: string;
  members: string[];
}

export interface Workstream {
  id: string;
  name: string;
  channel: Channel;
  mode: ConversationMode;
  notification: Notification;
  offerTimeoutMs: number;
  pickFromPush: boolean;
  [setting: string]: unknown;
}

export type CustomerRef = { kind: "contact" | "account"; id: string };

export interface MessagePreview {
  fromCustomer: boolean;
  senderName: string;
  text: string;
  sentAt: string;
}

/** How far each side has got, as message numbers; they only move forward. */
export interface ReadMarks {
  customerDelivered: number;
  customerRead: number;
  agentDelivered: number;
  agentRead: number;
}

export interface ConversationSummary {
  id: string;
  status: ConversationStatus;
  statusReason: string;
  channel: Channel;
  mode: ConversationMode;
  workstreamId: string;
  queueId: string | null;
  title: string;
  priority: Priority;
  locale: string | null;
  customerName: string;
  customer: CustomerRef | null;
  caseId: string | null;
  context: { name: string; value: string }[];
  activeAgentId: string | null;
  listAgentId: string | null;
  lastAgentId: string | null;
  lastSessionId: string | null;
  createdAt: string;
  modifiedAt: string;
  statusChangedAt: string;
  startedAt: string | null;
  queuedAt: string | null;
  wrapUpStartedAt: string | null;
  closedAt: string | null;
  firstWaitMs: number | null;
  transferCount: number;
  accepted: boolean;
  lastMessageNumber: number;
  lastPublicNumber: number;
  unread: number;
  lastMessage: MessagePreview | null;
  customerWaitingSince: string | null;
  marks: ReadMarks;
  customerPresence: { state: "unknown" | "connected" | "disconnected"; since?: string };
}

export type Sender =
  | { kind: "customer"; visitorId: string | null; name: string }
  | { kind: "agent"; agentId: string; name: string }
  | { kind: "system"; event: SystemMessage };

export interface Message {
  conversationId: string;
  number: number;
  publicNumber: number | null;
  sentAt: string;
  sender: Sender;
  visibility: Visibility;
  text: string;
  clientMessageId: string | null;
}

export type LiveEvent =
  | { kind: "conversation_changed"; conversation: ConversationSummary }
  | { kind: "message_added"; message: Message }
  | { kind: "marks_moved"; conversationId: string; marks: ReadMarks }
  | { kind: "offer_made"; conversationId: string; sessionId: string; agentId: string; expiresAt: string }
  | { kind: "offer_ended"; conversationId: string; sessionId: string; agentId: string; end: OfferEnd }
  | { kind: "agent_status_changed"; status: AgentStatus }
  | { kind: "agent_changed"; agent: Agent }
  | { kind: "configuration_changed"; noun: string; id: string };

/** What the server says over the agents' live stream. */
export type LiveFrame =
  | { type: "hello"; sequence: number; resumed: boolean }
  | { type: "event"; sequence: number; at: string; event: LiveEvent }
  | { type: "typing"; conversationId: string; from: "customer" | "agent"; agentId?: string; name?: string }
  | { type: "progress"; sequence: number }
  | { type: "pong" }
  | { type: "error"; code: string; detail: string };

/** What the workspace says over it. */
export type LiveCommand =
  | { type: "typing"; conversationId: string }
  | { type: "displayed"; conversationId: string; sessionId: string }
  | { type: "ping" };

/** RFC 9457, as every refusal of the API. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  correlationId?: string;
  errors?: { field: string; detail: string }[];
}
