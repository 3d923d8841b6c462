// Puts `Microsoft` into the workspace page and opens the bridge to the pages framed in it.

import { browserEnvironment } from "@frontdesk/api";
import { createApm } from "./apm.ts";
import { serveFrames, type WindowLike } from "./bridge/workspace-end.ts";
import { type OpenChannel, publishEvents } from "./events.ts";
import type { Host } from "./host.ts";
import { createOmnichannel } from "./omnichannel.ts";

/** What is used of the workspace's window. */
export interface PageLike extends WindowLike {
  Microsoft?: Partial<Window["Microsoft"]>;
}

export interface InstallSettings {
  page?: PageLike;
  pageId?: string;
  openChannel?: OpenChannel;
}

/** For as long as somebody is signed in; the answer takes everything away again. */
export function installOmnichannel(host: Host, settings: InstallSettings = {}): () => void {
  const page = settings.page ?? (window as unknown as PageLike);
  const pageId = settings.pageId ?? browserEnvironment.newId();
  const before = page.Microsoft;
  const omnichannel = createOmnichannel(host);
  page.Microsoft = { ...before, Omnichannel: omnichannel, Apm: createApm(host, pageId) };
  const stopEvents = publishEvents(host, pageId, settings.openChannel);
  const stopFrames = serveFrames(host, omnichannel, page);
  return () => {
    stopFrames();
    stopEvents();
    if (before) page.Microsoft = before;
    else delete page.Microsoft;
  };
}
