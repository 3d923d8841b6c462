// What a visitor's chat says and hears. Numbers are public ones: a visitor sees no gaps where agents left notes.

import type { components } from "./schema.ts";
import type { ConversationStatus, ReadMarks } from "./types.ts";

type Schemas = components["schemas"];

export type WidgetConfig = Schemas["VisitorWidget"];
export type VisitorMessage = Schemas["VisitorMessage"];
export type VisitorConversation = Schemas["VisitorConversation"];
export type NewConversation = Schemas["VisitorStart"];
/** The token is absent when the visitor had one already. */
export type StartedConversation = Schemas["VisitorStarted"];

// The live stream is no part of the description: these follow docs/api.md.

export type VisitorFrame =
  | { type: "hello"; lastNumber: number; status: ConversationStatus; agentName: string | null }
  | { type: "message"; message: VisitorMessage }
  | { type: "status"; status: ConversationStatus; agentName: string | null }
  | { type: "marks"; marks: ReadMarks }
  | { type: "position"; queuePosition?: number; nextInLine?: boolean; expectedWaitMs: number | null }
  | { type: "typing"; name: string }
  | { type: "pong" }
  | { type: "error"; code: string; detail: string };

export type VisitorCommand = { type: "typing" } | { type: "marks"; delivered: number; read: number } | { type: "ping" };
