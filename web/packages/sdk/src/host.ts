// What the workspace gives the JS API: its sessions and tabs, its send box, HTTP as the signed-in agent. The API knows
// the workspace by this alone. Knows no framework, no DOM and no `Microsoft.*`.

import type { Client } from "@frontdesk/api";

export interface TabState {
  readonly tabId: string;
  readonly title: string;
  readonly canClose: boolean;
}

export interface SessionState {
  readonly sessionId: string;
  readonly title: string;
  /** The home session: always there, first, never closed. */
  readonly isDefault: boolean;
  readonly canClose: boolean;
  /** The conversation the session was opened for; none in the home session and in sessions that scripts made. */
  readonly conversationId?: string;
  /** The session's context as scripts see it; values survive being copied between windows. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly tabs: readonly TabState[];
  readonly focusedTabId: string;
}

/** A picture of the workspace at one moment. A change makes a new picture; the old one stays as it was. */
export interface WorkspaceState {
  readonly sessions: readonly SessionState[];
  readonly focusedSessionId: string;
  /** Sessions that may be open besides the home session. */
  readonly sessionsMax: number;
}

export interface CreateSessionInput {
  templateName?: string;
  sessionContext?: Record<string, unknown>;
  /** Default true. */
  isFocused?: boolean;
}

export interface CreateTabInput {
  templateName?: string;
  appContext?: Record<string, unknown>;
  /** What the tab shows: `pageType` "url" with `url`, or "webresource" with `webresourceName` and `data`. */
  pageInput?: Record<string, unknown>;
  /** Default true. */
  isFocused?: boolean;
}

/** Sessions and tabs. All rejections are errors with words for people; one with a `code` keeps it. */
export interface SessionHost {
  /** When `state()` is worth reading; absent = from the start. */
  readonly ready?: Promise<void>;
  state(): WorkspaceState;
  /** Calls back after each change of `state()`; the answer ends that. */
  subscribe(listener: () => void): () => void;

  /** Resolves with the new session's id. */
  createSession(input: CreateSessionInput): Promise<string>;
  closeSession(sessionId: string): Promise<void>;
  focusSession(sessionId: string): Promise<void>;
  /** Asks for attention (a blinking session) without taking the focus. */
  requestFocusSession(sessionId: string): Promise<void>;
  updateContext(sessionId: string, values: Record<string, unknown>): Promise<void>;

  /** Resolves with the new tab's id. */
  createTab(sessionId: string, input: CreateTabInput): Promise<string>;
  canCreateTab(sessionId: string): boolean;
  closeTab(sessionId: string, tabId: string): Promise<void>;
  focusTab(sessionId: string, tabId: string): Promise<void>;
  /** Fetches anew what the tab shows. */
  refreshTab(sessionId: string, tabId: string): Promise<void>;
}

export interface Host extends SessionHost {
  /** HTTP as the signed-in agent. */
  readonly http: Client;
  /** The signed-in agent. */
  readonly agentId: string;
  /** Origins (`https://crm.example`) or host names (`crm.example`) whose framed pages may call; the workspace's own always may. */
  framedOrigins(): readonly string[];
  /**
   * Opens the conversation's session or focuses it when it is open. From Waiting it is taken up again, from Open it is
   * picked; a closed one opens for reading only.
   */
  openConversation(conversationId: string): Promise<void>;
  /** Puts the text into the send box of the conversation for review; opens no session. Replaces nothing: appends to a draft. */
  putInSendBox(conversationId: string, text: string): Promise<void>;
}
