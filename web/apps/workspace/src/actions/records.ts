/** Linking a conversation to records, and setting one's presence. The caches follow by the live stream and by asking anew. */
import type { Desk } from "../app/desk";
import { keys } from "../app/keys";
import type { RecordType } from "../model";
import { texts } from "../texts";
import { attempt } from "./action";

export async function link(desk: Desk, conversationId: string, type: RecordType, recordId: string): Promise<boolean> {
  const done = await attempt(desk, texts.customer.linkFailed, () => desk.server.link(conversationId, type, recordId));
  if (done) await desk.cache.invalidateQueries({ queryKey: keys.detail(conversationId) });
  return done;
}

export async function unlink(desk: Desk, conversationId: string, type: RecordType, recordId: string): Promise<boolean> {
  const done = await attempt(desk, texts.customer.unlinkFailed, () =>
    desk.server.unlink(conversationId, type, recordId),
  );
  if (done) await desk.cache.invalidateQueries({ queryKey: keys.detail(conversationId) });
  return done;
}

export async function setPresence(desk: Desk, presenceId: string): Promise<boolean> {
  return attempt(desk, texts.presence.failed, () => desk.server.setPresence(presenceId));
}
