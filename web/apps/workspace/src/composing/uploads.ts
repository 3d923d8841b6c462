/**
 * Files that an agent has chosen, each on its way to the server under its own key until it is there; they wait beside the
 * draft until it is sent. Kept in memory: a reload forgets them. Knows no screen.
 */
import type { Uploader } from "@frontdesk/api";
import { createStore } from "zustand/vanilla";
import type { Attachment } from "../model";

export interface Chosen {
  /** The upload's key: the same one again is the same file. */
  id: string;
  conversationId: string;
  file: File;
  state: "uploading" | "ready" | "failed";
  /** From 0 to 1. */
  progress: number;
  /** Why it failed, in words. */
  reason?: string;
  attachment?: Attachment;
}

export interface UploadsOptions {
  upload: Uploader;
  newId: () => string;
  /** What is wrong with it before it is sent, in words. */
  objection: (file: File) => string | undefined;
  problemText: (error: unknown) => string;
}

const path = (conversationId: string) => `/api/v1/conversations/${encodeURIComponent(conversationId)}/files`;

export function createUploads(options: UploadsOptions) {
  const store = createStore<{ chosen: Chosen[] }>(() => ({ chosen: [] }));
  const stops = new Map<string, AbortController>();

  const update = (id: string, change: Partial<Chosen>) =>
    store.setState(({ chosen }) => ({
      chosen: chosen.map((file) => (file.id === id ? { ...file, ...change } : file)),
    }));

  async function send({ id, conversationId, file }: Chosen): Promise<void> {
    const objection = options.objection(file);
    if (objection !== undefined) return update(id, { state: "failed", reason: objection });
    const stop = new AbortController();
    stops.set(id, stop);
    try {
      const attachment = await options.upload({
        url: path(conversationId),
        file,
        name: file.name,
        idempotencyKey: id,
        onProgress: (progress) => update(id, { progress }),
        signal: stop.signal,
      });
      update(id, { state: "ready", progress: 1, attachment });
    } catch (error) {
      update(id, { state: "failed", reason: options.problemText(error) });
    } finally {
      stops.delete(id);
    }
  }

  return {
    store,
    async add(conversationId: string, files: readonly File[]): Promise<void> {
      const added = files.map((file): Chosen => {
        return { id: options.newId(), conversationId, file, state: "uploading", progress: 0 };
      });
      store.setState(({ chosen }) => ({ chosen: [...chosen, ...added] }));
      await Promise.all(added.map(send));
    },
    async retry(id: string): Promise<void> {
      const file = store.getState().chosen.find((known) => known.id === id);
      if (file?.state !== "failed") return;
      const { reason: _, ...rest } = file;
      store.setState(({ chosen }) => ({
        chosen: chosen.map((known) => (known.id === id ? { ...rest, state: "uploading", progress: 0 } : known)),
      }));
      await send(file);
    },
    remove(id: string): void {
      stops.get(id)?.abort();
      store.setState(({ chosen }) => ({ chosen: chosen.filter((file) => file.id !== id) }));
    },
    /** What is there goes with the message that is sent now. */
    take(conversationId: string): Attachment[] {
      const isTaken = (file: Chosen) => file.conversationId === conversationId && file.attachment !== undefined;
      const { chosen } = store.getState();
      store.setState({ chosen: chosen.filter((file) => !isTaken(file)) });
      return chosen.filter(isTaken).flatMap(({ attachment }) => attachment ?? []);
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;
