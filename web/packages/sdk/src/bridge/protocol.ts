// What a framed page and the workspace say to each other. Knows nothing of windows, ports or who may speak.

import type { PlainError } from "../failure.ts";
import type { WorkspaceState } from "../host.ts";

/** Names the protocol and its version in the one message that goes from window to window. */
export const PROTOCOL = "frontdesk.omnichannel.1";

/** With a `MessagePort`, over which everything else goes. */
export interface Hello {
  protocol: typeof PROTOCOL;
  type: "hello";
}

/** What `Microsoft.Apm` answers at once, so a framed page keeps a copy. */
export interface MirroredState extends WorkspaceState {
  readonly sessionsThatTakeTabs: readonly string[];
}

export type ToFrame =
  | { type: "welcome"; state: MirroredState }
  | { type: "refused"; error: PlainError }
  | { type: "state"; state: MirroredState }
  | { type: "result"; id: number; value: unknown }
  | { type: "error"; id: number; error: PlainError };

export type ToWorkspace = { type: "call"; id: number; method: string; args: unknown[] } | { type: "bye" };

export const OMNICHANNEL_METHODS = [
  "getConversations",
  "getConversationId",
  "openConversation",
  "linkToConversation",
  "unlinkFromConversation",
  "sendMessageToConversation",
] as const satisfies readonly (keyof Microsoft.Omnichannel.Api)[];

export const SESSION_METHODS = [
  "createSession",
  "closeSession",
  "focusSession",
  "requestFocusSession",
  "updateContext",
  "createTab",
  "closeTab",
  "focusTab",
  "refreshTab",
] as const;

export function isHello(data: unknown): data is Hello {
  const hello = data as Partial<Hello> | null;
  return typeof hello === "object" && hello?.protocol === PROTOCOL && hello.type === "hello";
}
