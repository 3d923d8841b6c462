// Files are dealt with by a module of their own at `/widget/files.js`, fetched once there is a place for them: who never
// opens the chat, or is never sent a file, never loads it. This is what the rest knows of it.

import type { WidgetConfig } from "@frontdesk/api";

/** A file of a message; none has an id before the server has it. */
export interface SentFile {
  id?: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/** Where the files of the conversation are, and the key to them. */
export interface Access {
  url: string;
  token: string | undefined;
}

/** Chosen files on their way: what is shown of them, and how they are sent. */
export interface Outgoing {
  shown: SentFile[];
  /** Answers their ids, which `shown` has then too; asked again with the same key, it sends only what did not arrive. */
  upload(access: Access, key: string): Promise<string[]>;
}

export interface Tray {
  /** What was chosen so far, which is gone from the tray. */
  take(): Outgoing | undefined;
}

export interface FilesModule {
  /** A button to choose files, a paste into the box beside it, and what was chosen. */
  openTray(
    place: HTMLElement,
    limits: NonNullable<WidgetConfig["files"]>,
    language: string,
    onCount: (count: number) => void,
  ): Tray;
  show(place: HTMLElement, files: readonly SentFile[], access: () => Access, language: string): void;
}

/** None where it does not come: words still go. */
export const loadFiles = (serverUrl: string): Promise<FilesModule | undefined> =>
  import(/* @vite-ignore */ `${serverUrl}/widget/files.js`).catch(() => undefined);
