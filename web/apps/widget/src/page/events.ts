// What the page hears of the chat: the product's `lcw:*` events on `window`. Knows nothing of screens.

import type { SystemMessage, VisitorMessage } from "@frontdesk/api";
import type { ChatEvent } from "../chat/chat.ts";

export type LcwEvent =
  | "ready"
  | "error"
  | "startChat"
  | "chatQueued"
  | "chatRetrieved"
  | "threadUpdate"
  | "closeChat"
  | "onClose"
  | "onMinimize"
  | "onMaximize"
  | "onMessageReceived"
  | "onMessageSent"
  | "getAgentAvailability";

export function raise(name: LcwEvent, detail?: unknown): void {
  window.dispatchEvent(new CustomEvent(`lcw:${name}`, { detail }));
}

/** 1: the context provider failed. 7: the widget's scripts or its settings could not be loaded. */
export function raiseError(errorCode: 1 | 7, errorDescription: string, errorDetail?: unknown): void {
  raise("error", {
    errorCode,
    errorDescription,
    ...(errorDetail !== undefined && { errorDetail: String(errorDetail) }),
  });
}

/** What the page hears of each. */
const NAMES = {
  started: "chatQueued",
  retrieved: "chatRetrieved",
  sent: "onMessageSent",
  ended_by_agent: "threadUpdate",
} as const;

export function tellPage(event: ChatEvent): void {
  if (event.type === "position") {
    received("system", "system", "queueposition", ...(event.isNext ? ["customerqueuepositionnext"] : []));
  } else if (event.type === "message") told(event.message);
  else raise(NAMES[event.type]);
}

const TAGS: Partial<Record<SystemMessage, string>> = {
  agent_accepted: "agentaccepted",
  agent_ended: "agentendconversation",
  session_closed: "primarysessionclosed",
  conversation_closed: "primarysessionclosed",
};

function told({ from, event, number }: VisitorMessage): void {
  const tag = event && TAGS[event];
  if (from === "agent") received("user", "public", `client_activity_id:${number}`);
  else received("system", "system", ...(tag ? [tag] : []));
}

function received(messageType: "user" | "system", ...tags: string[]): void {
  raise("onMessageReceived", { messageType, channelData: { tags } });
}
