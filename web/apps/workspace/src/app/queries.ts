/** How each piece of what the server knows is asked for. What events brought meanwhile is laid over each answer. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { appendPage, belongs, type ConversationList } from "../live/lists";
import type { MessageWindow } from "../live/messages";
import { appendMessages } from "../live/messages";
import {
  type Conversation,
  type ConversationDetail,
  type ConversationView,
  isOffered,
  type Queue,
  type Workstream,
} from "../model";
import type { Desk } from "./desk";
import { keys } from "./keys";

const waitingAskedEveryMs = 5_000;

export const queueQuery = (desk: Desk) => queryOptions({ queryKey: keys.queues, queryFn: desk.server.queues });
export const skillQuery = (desk: Desk) => queryOptions({ queryKey: keys.skills, queryFn: desk.server.skills });
export const workstreamQuery = (desk: Desk) =>
  queryOptions({ queryKey: keys.workstreams, queryFn: desk.server.workstreams });
export const notificationTemplateQuery = (desk: Desk) =>
  queryOptions({ queryKey: keys.notificationTemplates, queryFn: desk.server.notificationTemplates });
export const sessionTemplateQuery = (desk: Desk) =>
  queryOptions({ queryKey: keys.sessionTemplates, queryFn: desk.server.sessionTemplates });
export const presenceQuery = (desk: Desk) => queryOptions({ queryKey: keys.presences, queryFn: desk.server.presences });
export const agentQuery = (desk: Desk) => queryOptions({ queryKey: keys.agents, queryFn: desk.server.agents });
export const meQuery = (desk: Desk) =>
  queryOptions({ queryKey: keys.me, queryFn: desk.server.me, initialData: desk.me });

export function listQuery(desk: Desk, view: ConversationView) {
  return queryOptions({
    queryKey: keys.list(view),
    queryFn: async (): Promise<ConversationList> => {
      // What belongs into "open" depends on the queues one serves.
      await desk.cache.ensureQueryData(queueQuery(desk));
      const page = await desk.server.conversations(view);
      if (view === "mine") for (const item of page.items) if (isOffered(item)) void findOffer(desk, item.id);
      const visits = view === "visiting" ? { visits: new Set(page.items.map((item) => item.id)) } : {};
      const viewer = { ...desk.viewer(), ...visits };
      const list: ConversationList = {
        items: page.items.filter((item) => belongs(view, item, viewer)),
        nextCursor: page.nextCursor ?? null,
        sequence: page.sequence,
        changedAt: {},
      };
      return desk.recent.freshenList(list, view, viewer);
    },
  });
}

/** A link lives for a quarter of an hour at least. */
const linkAskedEveryMs = 10 * 60_000;

export const fileQuery = (desk: Desk, conversationId: string, fileId: string) =>
  queryOptions({
    queryKey: keys.file(conversationId, fileId),
    queryFn: () => desk.server.fileLink(conversationId, fileId),
    staleTime: linkAskedEveryMs,
    refetchInterval: linkAskedEveryMs,
  });

export async function loadMore(desk: Desk, view: ConversationView): Promise<void> {
  const cursor = desk.cache.getQueryData<ConversationList>(keys.list(view))?.nextCursor;
  if (!cursor) return;
  const page = await desk.server.conversations(view, cursor);
  desk.cache.setQueryData<ConversationList>(keys.list(view), (list) => {
    if (!list || list.nextCursor !== cursor) return list;
    const viewer = desk.viewer();
    return appendPage(list, { ...page, items: page.items.filter((item) => belongs(view, item, viewer)) });
  });
}

export function detailQuery(desk: Desk, conversationId: string) {
  return queryOptions({
    queryKey: keys.detail(conversationId),
    queryFn: async (): Promise<ConversationDetail> =>
      desk.recent.freshenDetail(await desk.server.conversation(conversationId)),
  });
}

const pageSize = 60;

/** The newest messages, and so many before them that the first unread one is among them. */
export function messagesQuery(desk: Desk, conversationId: string) {
  return queryOptions({
    queryKey: keys.messages(conversationId),
    // Events keep it whole from here on; asking again would only throw away what was loaded further back.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<MessageWindow> => {
      const { conversation } = await desk.cache.ensureQueryData(detailQuery(desk, conversationId));
      const before = conversation.lastMessageNumber + 1;
      const limit = Math.min(
        200,
        Math.max(pageSize, conversation.lastMessageNumber - conversation.marks.agentRead + 10),
      );
      const page = await desk.server.messages(conversationId, { before }, limit);
      let window: MessageWindow = { items: page.items, moreBefore: page.more };
      const newest = desk.conversation(conversationId)?.lastMessageNumber ?? 0;
      const last = window.items.at(-1)?.number ?? 0;
      if (newest > last) {
        const missed = await desk.server.messages(conversationId, { after: last }, 200);
        window = appendMessages(window, missed.items);
      }
      return window;
    },
  });
}

/** An offer that was made before this page was opened. */
export async function findOffer(desk: Desk, conversationId: string): Promise<void> {
  try {
    const detail = await desk.cache.fetchQuery(detailQuery(desk, conversationId));
    const session = detail.sessions.find((known) => known.id === detail.conversation.lastSessionId);
    if (!isOffered(detail.conversation) || detail.conversation.activeAgentId !== desk.me.id) return;
    if (!session?.offerExpiresAt) return;
    const workstreams = desk.cache.getQueryData<Workstream[]>(keys.workstreams);
    const workstream = workstreams?.find((known) => known.id === detail.conversation.workstreamId);
    const offer = { conversationId, sessionId: session.id, expiresAt: session.offerExpiresAt };
    desk.offers.made(offer, desk.now(), workstream?.offerTimeoutMs);
  } catch {
    // The list is asked for again with the next connection, and the offer with it.
  }
}

/** Conversations in which this was said, newest first. */
export function searchQuery(desk: Desk, text: string) {
  return infiniteQueryOptions({
    queryKey: keys.search(text),
    queryFn: ({ pageParam, signal }) => desk.server.search(text, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // What is said meanwhile is found by asking again.
    staleTime: 5_000,
    gcTime: 60_000,
    retry: false,
  });
}

/** Why it is where it is. What others do changes that without a word about this conversation, so it is asked again. */
export function routingQuery(desk: Desk, conversationId: string) {
  return queryOptions({
    queryKey: keys.routing(conversationId),
    queryFn: () => desk.server.routing(conversationId),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.waiting ? waitingAskedEveryMs : false),
    retry: false,
  });
}

/** What else there has been with the customer of this conversation, newest first. */
export function earlierQuery(desk: Desk, conversation: Conversation) {
  return queryOptions({
    queryKey: keys.earlier(conversation.id, conversation.customer?.id ?? null),
    queryFn: () => desk.server.earlier(conversation.id),
    staleTime: 60_000,
    retry: false,
  });
}

/** What this conversation may be answered with; events say when the shared ones change. */
export function quickReplyQuery(desk: Desk, conversationId: string) {
  return queryOptions({
    queryKey: keys.quickReplies(conversationId),
    queryFn: () => desk.server.quickReplies(conversationId),
    staleTime: 300_000,
    retry: false,
  });
}

export const ownQuickReplyQuery = (desk: Desk) =>
  queryOptions({ queryKey: keys.ownQuickReplies, queryFn: desk.server.ownQuickReplies, staleTime: 0 });

export function queueName(queues: readonly Queue[] | undefined, id: string | null): string | undefined {
  return queues?.find((queue) => queue.id === id)?.name;
}
