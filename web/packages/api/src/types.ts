// The nouns as the native API writes them, from the server's own description. Knows nothing of fetch or sockets.

import type { components } from "./schema.ts";

type Schemas = components["schemas"];

/** An answer names every member; where there is nothing it says null. The description calls those optional. */
export type Whole<Value> = Value extends (infer Item)[]
  ? Whole<Item>[]
  : Value extends object
    ? { [Member in keyof Value]-?: Whole<Value[Member]> }
    : Value;

export type Role = Schemas["Role"];
export type BasePresence = Schemas["BasePresence"];
export type PresenceSource = Schemas["PresenceSource"];
export type Channel = Schemas["Channel"];
export type ConversationMode = Schemas["ConversationMode"];
export type ConversationStatus = Schemas["ConversationStatus"];
export type Priority = Schemas["Priority"];
export type Visibility = Schemas["Visibility"];
export type Notification = Schemas["Notification"];
export type SystemMessage = Schemas["SystemMessage"];
export type CaseStatus = Schemas["CaseStatus"];
export type ClosureReason = Schemas["ClosureReason"];

/** Who is signed in. */
export type Me = Omit<Whole<Schemas["Me"]>, "settings"> & { settings: Settings };
/** What a workspace goes by; timers and the like are for administration. */
export type Settings = Pick<
  Schemas["Settings"],
  "sessionsMax" | "declinesAllowed" | "messageCharactersMax" | "framedOrigins" | "supervisors" | "attachments"
>;
export type Agent = Whole<Schemas["Agent"]>;
export type AgentStatus = Whole<Schemas["AgentStatus"]>;
export type AgentItem = Whole<Schemas["AgentItem"]>;
/** What the organisation lets supervisors do with other people's conversations. */
export type SupervisorRights = Schemas["SupervisorRights"];
export type BulkAct = Schemas["BulkAct"];
/** What came of one conversation of many. */
export type BulkAnswer = Whole<Schemas["BulkAnswer"]>;
export type Skill = Whole<Schemas["Skill"]>;
export type Presence = Whole<Schemas["Presence"]>;
export type Queue = Whole<Schemas["Queue"]>;
export type Workstream = Whole<Schemas["Workstream"]>;
export type NotificationTemplate = Whole<Schemas["NotificationTemplate"]>;
export type SessionTemplate = Whole<Schemas["SessionTemplate"]>;
export type PersonalQuickReply = Whole<Schemas["PersonalQuickReply"]>;
export type UsableQuickReply = Whole<Schemas["UsableQuickReply"]>;
export type TemplateIcon = Schemas["TemplateIcon"];
export type CapacityProfile = Whole<Schemas["CapacityProfile"]>;
/** Written as it was read: what may be left out stays left out. */
export type OperatingHours = Schemas["OperatingHours"];
export type Widget = Whole<Schemas["Widget"]>;
export type Organization = Whole<Schemas["Organization"]>;
/** Its rules too where it was asked for by itself. */
export type Ruleset = Whole<Schemas["Ruleset"]>;
export type Rule = Schemas["Rule"];
/** What rules would make of a conversation. */
export type TriedRouting = Whole<Schemas["TriedRouting"]>;
export type QuickReply = Whole<Schemas["QuickReply"]>;
export type Contact = Whole<Schemas["Contact"]>;
export type Account = Whole<Schemas["Account"]>;
export type Case = Whole<Schemas["Case"]>;

export type ConversationSummary = Whole<Schemas["ConversationSummary"]>;
export type ConversationDetail = Whole<Schemas["ConversationDetail"]>;
export type ConversationPage = Whole<Schemas["ConversationPage"]>;
export type FoundConversations = Whole<Schemas["FoundConversations"]>;
export type FoundConversation = Whole<Schemas["FoundConversation"]>;
/** A piece of a text with what was looked for in it. */
export type Passage = Whole<Schemas["Passage"]>;
export type Participant = Whole<Schemas["Participant"]>;
export type Session = Whole<Schemas["Session"]>;
export type CustomerRef = Whole<Schemas["CustomerRef"]>;
export type CustomerRecord = Whole<Schemas["CustomerRecord"]>;
export type MessagePreview = Whole<Schemas["MessagePreview"]>;
/** How far each side has got, as message numbers; they only move forward. */
export type ReadMarks = Schemas["ReadMarks"];
export type Sender = Whole<Schemas["Sender"]>;
export type Message = Whole<Schemas["Message"]>;
/** A file that a message carries. */
export type Attachment = Schemas["Attachment"];
export type FileLink = Schemas["FileLink"];
export type AttachmentRules = Schemas["AttachmentRules"];

/** RFC 9457, as every refusal of the API. */
export type Problem = Schemas["Problem"];

// The live stream is no part of the description: these follow docs/api.md.

export type OfferEnd = "accepted" | "rejected" | "timed_out" | "withdrawn";

export type LiveEvent =
  | { kind: "conversation_changed"; conversation: ConversationSummary }
  | { kind: "message_added"; message: Message }
  | { kind: "marks_moved"; conversationId: string; marks: ReadMarks }
  | { kind: "offer_made"; conversationId: string; sessionId: string; agentId: string; expiresAt: string }
  | { kind: "offer_ended"; conversationId: string; sessionId: string; agentId: string; end: OfferEnd }
  | {
      kind: "agent_notified";
      conversationId: string;
      agentId: string;
      customerName: string;
      number: number;
      by: string;
      byName: string;
      text: string;
    }
  | { kind: "participant_changed"; conversationId: string; participant: Participant }
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
