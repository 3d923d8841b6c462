// What a visitor's chat says and hears. Numbers are public ones: a visitor sees no gaps where agents left notes.

import type { ConversationMode, ConversationStatus, ReadMarks, SystemMessage } from "./types.ts";

export interface WidgetConfig {
  id: string;
  title: string;
  greeting: string;
  /** `#rrggbb`. */
  color: string;
  mode: ConversationMode;
}

export interface VisitorMessage {
  number: number;
  sentAt: string;
  from: "customer" | "agent" | "system";
  /** None for system messages. */
  name: string | null;
  text: string;
  event?: SystemMessage | null;
  clientMessageId?: string | null;
}

export interface VisitorConversation {
  id: string;
  status: ConversationStatus;
  agentName: string | null;
  createdAt: string;
  lastNumber: number;
  marks: ReadMarks;
  mode: ConversationMode;
}

export interface NewConversation {
  widgetId: string;
  name?: string;
  email?: string;
  phone?: string;
  title?: string;
  locale?: string;
  context?: Record<string, string>;
  text?: string;
  clientMessageId?: string;
}

export interface StartedConversation {
  conversationId: string;
  visitorId: string;
  /** Absent when the visitor had one already. */
  token?: string | null;
  expiresAt?: string | null;
  conversation: VisitorConversation;
}

export type VisitorFrame =
  | { type: "hello"; lastNumber: number; status: ConversationStatus; agentName: string | null }
  | { type: "message"; message: VisitorMessage }
  | { type: "status"; status: ConversationStatus; agentName: string | null }
  | { type: "marks"; marks: ReadMarks }
  | { type: "typing"; name: string }
  | { type: "pong" }
  | { type: "error"; code: string; detail: string };

export type VisitorCommand = { type: "typing" } | { type: "marks"; delivered: number; read: number } | { type: "ping" };
