// The six methods of `Microsoft.Omnichannel`, over a host. What the server checks is left to the server; here stands
// what only the page knows: the focused conversation, the send box, the shapes of arguments.

import { ApiError, settle } from "./failure.ts";
import type { Host } from "./host.ts";
import { messageText } from "./rich-message.ts";

type Api = Microsoft.Omnichannel.Api;
type Conversations = Microsoft.Omnichannel.GetConversationsResult;

const LINKED_ENTITIES = ["account", "contact", "incident"];

export function createOmnichannel(host: Host): Api {
  return {
    getConversations: (input, correlationId) => settle(() => getConversations(host, input, correlationId)),
    getConversationId: () => settle(() => focusedConversation(host) ?? ""),
    openConversation: (conversationId) =>
      settle(() => host.openConversation(requiredId("conversationId", conversationId))),
    linkToConversation: (entity, recordId, conversationId) =>
      settle(() => changeLink(host, "link", entity, recordId, conversationId)),
    unlinkFromConversation: (entity, recordId, conversationId) =>
      settle(() => changeLink(host, "unlink", entity, recordId, conversationId)),
    sendMessageToConversation: (message, toSendBox, conversationId) =>
      settle(() => sendMessage(host, message, toSendBox, conversationId)),
  };
}

async function getConversations(host: Host, input: unknown, correlationId?: string): Promise<Conversations> {
  const options = isBlank(correlationId) ? {} : { correlationId: String(correlationId) };
  return host.http.post<Conversations>("/api/v1/omnichannel/getConversations", parseInput(input), options);
}

/** An object, or the JSON text of one. What is in it the server judges. */
function parseInput(input: unknown): object {
  let parsed = input;
  if (typeof input === "string") {
    try {
      parsed = JSON.parse(input);
    } catch {
      throw new ApiError("invalid_json", "The input is a text but not JSON. Pass an object or its JSON text.");
    }
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new ApiError("invalid_input", "The input must be an object with at least agentId, or the JSON text of one.");
  }
  return parsed;
}

async function changeLink(host: Host, act: "link" | "unlink", entity: unknown, recordId: unknown, given: unknown) {
  const recordType = String(entity ?? "").toLowerCase();
  if (!LINKED_ENTITIES.includes(recordType)) {
    const message = `entityLogicalName must be one of ${LINKED_ENTITIES.join(", ")}; it is "${String(entity)}".`;
    throw new ApiError("invalid_entity", message);
  }
  const id = requiredId("recordId", recordId);
  const conversationId = conversationOrFocused(host, given);
  await host.http.post(`${conversationPath(conversationId)}/${act}`, { recordType, recordId: id });
  return {
    entityLogicalName: recordType,
    recordId: id,
    liveWorkItemId: conversationId,
    message: act === "link" ? "The record is linked to the conversation." : "The record is no longer linked.",
    status: "success",
  };
}

async function sendMessage(host: Host, message: unknown, toSendBox: unknown, given: unknown): Promise<void> {
  const text = messageText(message);
  if (text.trim() === "") throw new ApiError("empty_message", "The message is empty.");
  const conversationId = conversationOrFocused(host, given);
  if (toSendBox === false) {
    await host.http.post(`${conversationPath(conversationId)}/messages`, { text });
    return;
  }
  await requireAssigned(host, conversationId);
  await host.putInSendBox(conversationId, text);
}

/** The send box is the page's, so nothing else would refuse a conversation that is another agent's. */
async function requireAssigned(host: Host, conversationId: string): Promise<void> {
  type Answer = { conversation: { activeAgentId: string | null; status: string } };
  const { conversation } = await host.http.get<Answer>(conversationPath(conversationId));
  if (conversation.activeAgentId !== host.agentId || conversation.status === "closed") {
    throw new ApiError("not_assigned", "The conversation is not assigned to you, so you cannot write in it.");
  }
}

function focusedConversation(host: Host): string | undefined {
  const { sessions, focusedSessionId } = host.state();
  return sessions.find((session) => session.sessionId === focusedSessionId)?.conversationId;
}

function conversationOrFocused(host: Host, given: unknown): string {
  if (!isBlank(given)) return requiredId("conversationId", given);
  const focused = focusedConversation(host);
  if (focused !== undefined) return focused;
  throw new ApiError("no_conversation", "The focused session holds no conversation. Pass a conversationId.");
}

/** GUIDs come with braces and in capitals from model-driven apps. */
function requiredId(name: string, value: unknown): string {
  const id = String(value ?? "")
    .trim()
    .replace(/^\{(.*)\}$/, "$1")
    .toLowerCase();
  if (/^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/.test(id)) return id;
  throw new ApiError("invalid_id", `${name} must be a GUID; it is "${String(value)}".`);
}

function conversationPath(conversationId: string): string {
  return `/api/v1/conversations/${conversationId}`;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
