/** The nouns that screens speak of, and the questions about them that more than one asks. Knows no server. */
import type { Agent, AgentStatus, ConversationSummary, Participant, Role } from "@frontdesk/api";

export type {
  Agent,
  AgentStatus,
  Attachment,
  BasePresence,
  BulkAct,
  BulkAnswer,
  Channel,
  ConversationMode,
  ConversationStatus,
  CustomerRef,
  FoundConversation,
  FoundConversations,
  LiveEvent,
  Me,
  Message,
  NotificationTemplate,
  OfferEnd,
  Participant,
  Passage,
  PersonalQuickReply,
  Presence,
  Queue,
  ReadMarks,
  Role,
  Sender,
  SessionTemplate,
  Settings,
  Skill,
  SupervisorRights,
  TemplateIcon,
  UsableQuickReply,
  Visibility,
  Workstream,
} from "@frontdesk/api";

export type Conversation = ConversationSummary;
/** `visiting`: others' conversations in which one takes part, or is asked to. */
export type ConversationView = "mine" | "open" | "visiting" | "closed" | "ongoing";
export type RecordType = "contact" | "account" | "incident";

export interface ConversationSession {
  id: string;
  status: "open" | "completed" | "cancelled";
  createdAt: string;
  queueId: string | null;
  agentId: string | null;
  offerExpiresAt: string | null;
  agentAcceptedAt: string | null;
  closedAt: string | null;
  closureReason: string | null;
}

/** A contact or an account. */
export interface CustomerRecord {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

export interface CaseRecord {
  id: string;
  ticketNumber: string;
  title: string;
  status: "active" | "resolved" | "cancelled";
}

export interface ConversationDetail {
  conversation: Conversation;
  sessions: ConversationSession[];
  /** Everybody who has taken part, whether they still do or not. */
  participants: Participant[];
  customer: CustomerRecord | null;
  case: CaseRecord | null;
  sequence: number;
}

export interface AgentItem {
  agent: Agent;
  status: AgentStatus | null;
  assigned: number;
}

/** To whom a conversation or a question goes. */
export type To = { agentId: string } | { queueId: string };

/** Whether somebody can be asked to take something on now. */
export function canBeReached({ status }: AgentItem): boolean {
  return status?.base === "available" || status?.base === "busy";
}

export function oversees(role: Role): boolean {
  return role === "supervisor" || role === "administrator";
}

/** Assigned, but not accepted yet: it is an offer, not work in hand. */
export function isOffered(conversation: Conversation): boolean {
  const awaited = ["awaiting_agent_acceptance", "assigned_by_supervisor"];
  return conversation.status === "active" && awaited.includes(conversation.statusReason);
}

/** The agent may write to the customer. */
export function isInHand(conversation: Conversation, agentId: string): boolean {
  return conversation.status === "active" && conversation.activeAgentId === agentId && !isOffered(conversation);
}

/** The conversation has ended and this agent has still to finish it. */
export function isWrappingUp(conversation: Conversation, agentId: string): boolean {
  return conversation.status === "wrap_up" && conversation.listAgentId === agentId;
}
