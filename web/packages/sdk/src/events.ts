// The two documented events, told on a BroadcastChannel by comparing the workspace's pictures. Knows nothing of who listens.

import type { SessionHost, WorkspaceState } from "./host.ts";

export interface ChannelLike {
  postMessage(message: unknown): void;
  close(): void;
}

export type OpenChannel = (topic: string) => ChannelLike;

const EVENT_NAMES = ["ON_SESSION_SWITCH", "ON_SESSION_CLOSED"] as const;

/** Other pages of this origin (a second workspace in the same browser) hear other topics. */
export function topicOf(eventName: string, pageId: string): string {
  return `Microsoft.Apm.${eventName}.${pageId}`;
}

/** Publishes until the answer is called. */
export function publishEvents(host: SessionHost, pageId: string, open: OpenChannel = browserChannel): () => void {
  const channels = new Map(EVENT_NAMES.map((name) => [name, open(topicOf(name, pageId))]));
  let before = host.state();
  const stop = host.subscribe(() => {
    const after = host.state();
    for (const { name, data } of changes(before, after)) channels.get(name)?.postMessage(data);
    before = after;
  });
  return () => {
    stop();
    for (const channel of channels.values()) channel.close();
  };
}

type Change =
  | { name: "ON_SESSION_CLOSED"; data: Microsoft.Apm.SessionClosedEvent }
  | { name: "ON_SESSION_SWITCH"; data: Microsoft.Apm.SessionSwitchEvent };

function changes(before: WorkspaceState, after: WorkspaceState): Change[] {
  const open = new Set(after.sessions.map((session) => session.sessionId));
  const found: Change[] = before.sessions
    .filter((session) => !open.has(session.sessionId))
    .map(({ sessionId }) => ({ name: "ON_SESSION_CLOSED", data: { sessionId } }));
  if (before.focusedSessionId !== after.focusedSessionId) {
    const data = { previousSessionId: before.focusedSessionId, newSessionId: after.focusedSessionId };
    found.push({ name: "ON_SESSION_SWITCH", data });
  }
  return found;
}

function browserChannel(topic: string): ChannelLike {
  return new BroadcastChannel(topic);
}
