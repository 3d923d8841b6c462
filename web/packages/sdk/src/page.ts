// `Microsoft` for a page that is not the workspace: over the bridge when it is framed in one, else by HTTP when the page
// is of the server's own origin. Knows nothing of script tags or globals.

import type { Client } from "@frontdesk/api";
import { createApm } from "./apm.ts";
import { FrameEnd, type FrameSettings } from "./bridge/frame-end.ts";
import { OMNICHANNEL_METHODS } from "./bridge/protocol.ts";
import { type OpenChannel, publishEvents } from "./events.ts";
import { settle, toApiError } from "./failure.ts";
import { createOmnichannel } from "./omnichannel.ts";
import { standaloneHost } from "./standalone.ts";

type OmnichannelApi = Microsoft.Omnichannel.Api;

export interface PageSettings extends FrameSettings {
  pageOrigin: string;
  pageId: string;
  http: Client;
  openChannel?: OpenChannel;
}

export interface Page {
  Omnichannel: OmnichannelApi;
  Apm: Microsoft.Apm.Api;
  leave(): void;
}

export function createPage(settings: PageSettings): Page {
  const frame = new FrameEnd(settings);
  const api = chooseApi(frame, settings);
  api.catch(() => {});
  frame.ready.then(
    () => publishEvents(frame, settings.pageId, settings.openChannel),
    () => {},
  );
  return {
    Omnichannel: deferred(api),
    Apm: createApm(frame, settings.pageId),
    leave: () => frame.leave(),
  };
}

/** A refusal is final; only where nobody answered is the page taken to stand alone. */
async function chooseApi(
  frame: FrameEnd,
  { pageOrigin, workspaceOrigin, http }: PageSettings,
): Promise<OmnichannelApi> {
  try {
    await frame.ready;
    return overBridge(frame);
  } catch (cause) {
    const error = toApiError(cause);
    if (error.code !== "no_workspace" || pageOrigin !== workspaceOrigin) throw error;
    return createOmnichannel(await standaloneHost(http));
  }
}

function overBridge(frame: FrameEnd): OmnichannelApi {
  return table((name, args) => settle(() => frame.call(name, args)));
}

function deferred(api: Promise<OmnichannelApi>): OmnichannelApi {
  return table((name, args) =>
    settle(async () => {
      const method = (await api)[name] as (...args: unknown[]) => Promise<unknown>;
      return method(...args);
    }),
  );
}

type Call = (name: keyof OmnichannelApi, args: unknown[]) => Promise<unknown>;

function table(call: Call): OmnichannelApi {
  const methods = OMNICHANNEL_METHODS.map((name) => [name, (...args: unknown[]) => call(name, args)]);
  return Object.fromEntries(methods) as OmnichannelApi;
}
