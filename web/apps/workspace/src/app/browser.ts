/** What the workspace takes from the browser it runs in, and tests replace: clock, ids, storage, sockets. */
import { browserEnvironment, type LiveSettings } from "@frontdesk/api";
import type { KeyValues } from "../composing/drafts";

export interface Browser {
  now: () => number;
  newId: () => string;
  /** Kept on this device. */
  storage: KeyValues;
  /** Kept with this window. */
  windowStorage: KeyValues;
  /** Of the agents' live stream. */
  liveUrl: string;
  connect?: NonNullable<LiveSettings["connect"]>;
}

export function thisBrowser(): Browser {
  const { protocol, host } = globalThis.location;
  return {
    now: () => Date.now(),
    newId: browserEnvironment.newId,
    storage: globalThis.localStorage,
    windowStorage: globalThis.sessionStorage,
    liveUrl: `${protocol === "https:" ? "wss" : "ws"}://${host}/api/v1/live`,
  };
}
