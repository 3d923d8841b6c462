// A workspace of plain data.

import { type Client, createClient } from "@frontdesk/api";
import { type FakeServer, manualEnvironment } from "@frontdesk/fakes";
import type { Host, SessionState, WorkspaceState } from "../src/host.ts";

export const AGENT = "2b330c52-6844-4d36-8e05-03c78c9681dc";
export const CONVERSATION = "11111111-2222-4333-8444-555555555555";
export const CONTACT = "99999999-2222-4333-8444-555555555555";

export function session(sessionId: string, more: Partial<SessionState> = {}): SessionState {
  const tabs = [{ tabId: `${sessionId}-tab`, title: "Conversation", canClose: false }];
  const own = { sessionId, title: sessionId, isDefault: false, canClose: true, context: {}, tabs };
  return { ...own, focusedTabId: `${sessionId}-tab`, ...more };
}

export const HOME = session("home", { isDefault: true, canClose: false });
export const CHAT = session("chat", { conversationId: CONVERSATION, title: "Ada", context: { topic: "billing" } });

export class FakeHost implements Host {
  readonly agentId = AGENT;
  readonly http: Client;
  readonly calls: unknown[][] = [];
  origins: string[] = [];
  #listeners = new Set<() => void>();
  #state: WorkspaceState = { sessions: [HOME, CHAT], focusedSessionId: "chat", sessionsMax: 10 };

  constructor(server: FakeServer) {
    this.http = createClient({ fetch: server.fetch, environment: manualEnvironment() });
  }

  framedOrigins = () => this.origins;
  state = () => this.#state;
  canCreateTab = (sessionId: string) => sessionId !== "home";

  change(change: Partial<WorkspaceState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  openConversation = (id: string) => this.#did(undefined, "openConversation", id);
  putInSendBox = (id: string, text: string) => this.#did(undefined, "putInSendBox", id, text);
  createSession = (input: object) => this.#did("new-session", "createSession", input);
  closeSession = (id: string) => this.#did(undefined, "closeSession", id);
  focusSession = (id: string) => this.#did(undefined, "focusSession", id);
  requestFocusSession = (id: string) => this.#did(undefined, "requestFocusSession", id);
  updateContext = (id: string, values: object) => this.#did(undefined, "updateContext", id, values);
  createTab = (id: string, input: object) => this.#did("new-tab", "createTab", id, input);
  closeTab = (id: string, tab: string) => this.#did(undefined, "closeTab", id, tab);
  focusTab = (id: string, tab: string) => this.#did(undefined, "focusTab", id, tab);
  refreshTab = (id: string, tab: string) => this.#did(undefined, "refreshTab", id, tab);

  async #did<Answer>(answer: Answer, ...call: unknown[]): Promise<Answer> {
    this.calls.push(call);
    return answer;
  }
}

/** The `error` of the documented rejection. */
export async function failureOf(promise: Promise<unknown>): Promise<Microsoft.Omnichannel.FailureError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (reason: Microsoft.Omnichannel.Failure) => ({ reason }),
  );
  if ("value" in outcome) throw new Error(`resolved with ${JSON.stringify(outcome.value)}`);
  const { status, error } = outcome.reason;
  if (status !== false || !(error instanceof Error)) throw new Error("not the documented rejection");
  return error;
}
