/** The names under which what the server said is kept. */
import type { ConversationView } from "../model";

export const keys = {
  me: ["me"] as const,
  agents: ["agents"] as const,
  presences: ["presences"] as const,
  queues: ["queues"] as const,
  skills: ["skills"] as const,
  workstreams: ["workstreams"] as const,
  notificationTemplates: ["notification-templates"] as const,
  sessionTemplates: ["session-templates"] as const,
  lists: ["conversations"] as const,
  list: (view: ConversationView) => ["conversations", view] as const,
  details: ["conversation"] as const,
  detail: (conversationId: string) => ["conversation", conversationId] as const,
  windows: ["messages"] as const,
  messages: (conversationId: string) => ["messages", conversationId] as const,
  file: (conversationId: string, fileId: string) => ["file", conversationId, fileId] as const,
  search: (text: string) => ["search", text] as const,
  routing: (conversationId: string) => ["routing", conversationId] as const,
  earlier: (conversationId: string, customerId: string | null) => ["earlier", conversationId, customerId] as const,
  /** All of them, those of each conversation and one's own. */
  allQuickReplies: ["quick-replies"] as const,
  quickReplies: (conversationId: string) => ["quick-replies", conversationId] as const,
  ownQuickReplies: ["quick-replies", "own"] as const,
  records: (noun: string, search: string) => ["records", noun, search] as const,
};
