/**
 * Everything of one signed-in agent in one place: what the server said, what is open, what is being written, what is on
 * offer. Screens, actions, the live stream and the host all work on this; it knows none of them.
 */
import { type Uploader, uploadFile } from "@frontdesk/api";
import type { QueryClient } from "@tanstack/react-query";
import { createDrafts, type Drafts, type KeyValues } from "../composing/drafts";
import { createOutbox, type Outbox, type Sent } from "../composing/outbox";
import { createUploads, type Uploads } from "../composing/uploads";
import { createFleeting, type Fleeting } from "../live/fleeting";
import type { ConversationList, Viewer } from "../live/lists";
import { createRecent, type Recent } from "../live/recent";
import { type Conversation, type ConversationDetail, type Me, oversees, type Queue } from "../model";
import { createOffers, type Offers } from "../offers/store";
import { createSessions, type Sessions, type SessionsState } from "../sessions/store";
import { keys } from "./keys";
import { createNotices, type Notices } from "./notices";
import { fileObjection, mayTryAgain, problemText } from "./problems";
import type { Server } from "./server";

export interface Desk {
  /** Who signed in, as of then; the cache holds the present. */
  me: Me;
  server: Server;
  cache: QueryClient;
  sessions: Sessions;
  drafts: Drafts;
  outbox: Outbox;
  uploads: Uploads;
  offers: Offers;
  fleeting: Fleeting;
  recent: Recent;
  notices: Notices;
  now: () => number;
  newId: () => string;
  viewer: () => Viewer;
  /** The newest image of a conversation that anything here has. */
  conversation: (id: string) => Conversation | undefined;
  /** Sends a sign of typing over the live stream, if there is one. */
  typing: { current: (conversationId: string) => void };
}

export interface DeskOptions {
  me: Me;
  server: Server;
  cache: QueryClient;
  /** Drafts: kept on this device. */
  storage: KeyValues;
  /** The outbox and open sessions: kept with this window. */
  windowStorage: KeyValues;
  now: () => number;
  newId: () => string;
  /** How a file is sent; the browser's own way unless a test brings another. */
  upload?: Uploader;
  /** Does it after so long; the browser's own time-out unless a test brings one. */
  setTimeout?: (act: () => void, delayMs: number) => unknown;
}

const sendAgainMs = 5_000;

export function createDesk(options: DeskOptions): Desk {
  const { me, server, cache, storage, windowStorage, now, newId } = options;
  const later = (act: () => void) => void (options.setTimeout ?? globalThis.setTimeout)(act, sendAgainMs);
  const recent = createRecent();
  const sessionsKey = `frontdesk.sessions.${me.id}`;
  const sessions = createSessions(readSessions(windowStorage, sessionsKey));
  sessions.store.subscribe((state) => windowStorage.setItem(sessionsKey, JSON.stringify(state)));

  const send: Parameters<typeof createOutbox>[0]["send"] = async (message): Promise<Sent> => {
    try {
      const { text, visibility, clientMessageId, attachments } = message;
      const files = attachments && { attachments: attachments.map(({ id }) => id) };
      await server.send(message.conversationId, { text, visibility, clientMessageId, ...files });
      return { kind: "stored" };
    } catch (error) {
      return mayTryAgain(error) ? { kind: "later" } : { kind: "refused", reason: problemText(error) };
    }
  };

  return {
    me,
    server,
    cache,
    sessions,
    drafts: createDrafts(me.id, storage),
    outbox: createOutbox({ agentId: me.id, storage: windowStorage, send, newId, now, later }),
    uploads: createUploads({
      upload: options.upload ?? uploadFile,
      newId,
      objection: (file) => fileObjection(file, me.settings.attachments),
      problemText,
    }),
    offers: createOffers(),
    fleeting: createFleeting(),
    recent,
    notices: createNotices(newId),
    now,
    newId,
    viewer: () => ({
      agentId: me.id,
      seesEveryQueue: oversees(me.role),
      queueIds: new Set(
        (cache.getQueryData<Queue[]>(keys.queues) ?? [])
          .filter((queue) => queue.members.includes(me.id))
          .map((queue) => queue.id),
      ),
      visits: new Set(
        (cache.getQueryData<ConversationList>(keys.list("visiting"))?.items ?? []).map(
          (conversation) => conversation.id,
        ),
      ),
      dayStart: new Date(new Date(now()).setUTCHours(0, 0, 0, 0)).toISOString(),
    }),
    conversation: (id) => cache.getQueryData<ConversationDetail>(keys.detail(id))?.conversation ?? recent.get(id),
    typing: { current: () => {} },
  };
}

/** Open sessions survive a reload; framed pages in their tabs load anew. */
function readSessions(storage: KeyValues, key: string): Partial<SessionsState> {
  try {
    const value = JSON.parse(storage.getItem(key) ?? "{}");
    return Array.isArray(value.sessions) && value.sessions.length > 0 ? value : {};
  } catch {
    return {};
  }
}
