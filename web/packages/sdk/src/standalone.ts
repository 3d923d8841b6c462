// The API on a page of its own: same origin, signed in, no workspace around it. What needs no session works over HTTP.

import type { Client, Me } from "@frontdesk/api";
import { HOME_ALONE, noWorkspace } from "./bridge/frame-end.ts";
import type { Host } from "./host.ts";

export async function standaloneHost(http: Client): Promise<Host> {
  const me = await http.get<Me>("/api/v1/me");
  const needsWorkspace = () => Promise.reject(noWorkspace());
  return {
    http,
    agentId: me.id,
    framedOrigins: () => [],
    state: () => HOME_ALONE,
    subscribe: () => () => {},
    canCreateTab: () => false,
    openConversation: needsWorkspace,
    putInSendBox: needsWorkspace,
    createSession: needsWorkspace,
    closeSession: needsWorkspace,
    focusSession: needsWorkspace,
    requestFocusSession: needsWorkspace,
    updateContext: needsWorkspace,
    createTab: needsWorkspace,
    closeTab: needsWorkspace,
    focusTab: needsWorkspace,
    refreshTab: needsWorkspace,
  };
}
