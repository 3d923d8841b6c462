// `Microsoft.Apm`: sessions and tabs as objects over the host's picture of them. Getters read the picture of now, so an
// object that a script kept stays true. Knows nothing of conversations.

import { topicOf } from "./events.ts";
import { ApiError, settle } from "./failure.ts";
import type { SessionHost, SessionState, TabState } from "./host.ts";

type Api = Microsoft.Apm.Api;
type Session = Microsoft.Apm.Session;
type Tab = Microsoft.Apm.Tab;
type TabMethods = Microsoft.Apm.TabMethods;

/** `pageId` keeps this page's events apart from those of other pages of the same origin. */
export function createApm(host: SessionHost, pageId: string): Api {
  const focusedId = () => host.state().focusedSessionId;
  return {
    ...tabMethods(host, focusedId),
    getFocusedSession: () => sessionObject(host, focusedId()),
    getAllSessions: () => host.state().sessions.map((session) => session.sessionId),
    getSession: (sessionId) => (find(host, sessionId) ? sessionObject(host, sessionId) : undefined),
    createSession: (input = {}) => later(host, () => createSession(host, input)),
    canCreateSession: () => canCreateSession(host),
    focusSession: (sessionId) => later(host, () => host.focusSession(existing(host, sessionId).sessionId)),
    requestFocusSession: (sessionId) =>
      later(host, () => host.requestFocusSession(existing(host, sessionId).sessionId)),
    closeSession: (sessionId) => later(host, () => closeSession(host, sessionId)),
    getEventPublisherTopic: (eventName) => topicOf(eventName, pageId),
  };
}

function sessionObject(host: SessionHost, sessionId: string): Session {
  const now = () => find(host, sessionId);
  return {
    ...tabMethods(host, () => sessionId),
    sessionId,
    get title() {
      return now()?.title ?? "";
    },
    get isDefault() {
      return now()?.isDefault ?? false;
    },
    get canClose() {
      return now()?.canClose ?? false;
    },
    close: () => later(host, () => closeSession(host, sessionId)),
    focus: () => later(host, () => host.focusSession(existing(host, sessionId).sessionId)),
    requestFocus: () => later(host, () => host.requestFocusSession(existing(host, sessionId).sessionId)),
    getContext: () => later(host, () => contextObject(existing(host, sessionId))),
    updateContext: (values) => later(host, () => host.updateContext(existing(host, sessionId).sessionId, values)),
  };
}

function tabMethods(host: SessionHost, sessionId: () => string): TabMethods {
  const tabs = () => find(host, sessionId())?.tabs ?? [];
  const tab = (tabId: string) => tabs().find((candidate) => candidate.tabId === tabId);
  const existingTab = (tabId: string) => {
    const found = tab(tabId);
    if (!found) throw new ApiError("unknown_tab", `There is no tab "${String(tabId)}" in this session.`);
    return found;
  };
  return {
    getFocusedTab: () => tabObject(tab(find(host, sessionId())?.focusedTabId ?? "")),
    getAllTabs: () => tabs().map(({ tabId }) => tabId),
    getTab: (tabId) => tabObject(tab(tabId)),
    createTab: (input = {}) => later(host, () => host.createTab(existing(host, sessionId()).sessionId, input)),
    canCreateTab: () => host.canCreateTab(sessionId()),
    closeTab: (tabId) =>
      later(host, () => {
        if (!existingTab(tabId).canClose) throw new ApiError("cannot_close", "This tab cannot be closed.");
        return host.closeTab(sessionId(), tabId);
      }),
    focusTab: (tabId) => later(host, () => host.focusTab(sessionId(), existingTab(tabId).tabId)),
    refreshTab: (tabId) => later(host, () => host.refreshTab(sessionId(), existingTab(tabId).tabId)),
  };
}

/** A framed page may call before it knows the sessions. */
function later<Answer>(host: SessionHost, act: () => Promise<Answer> | Answer): Promise<Answer> {
  return settle(async () => {
    await host.ready;
    return act();
  });
}

function createSession(host: SessionHost, input: Microsoft.Apm.CreateSessionInput): Promise<string> {
  if (canCreateSession(host)) return host.createSession(input);
  throw new ApiError("too_many_sessions", "No more sessions can be open at once. Close one first.");
}

function canCreateSession(host: SessionHost): boolean {
  const { sessions, sessionsMax } = host.state();
  return sessions.filter((session) => !session.isDefault).length < sessionsMax;
}

function closeSession(host: SessionHost, sessionId: string): Promise<void> {
  if (existing(host, sessionId).canClose) return host.closeSession(sessionId);
  throw new ApiError("cannot_close", "This session cannot be closed.");
}

function contextObject({ context }: SessionState): Microsoft.Apm.Context {
  const parameters = Object.freeze({ ...context });
  return { parameters, get: (key) => (Object.hasOwn(parameters, key) ? parameters[key] : undefined) };
}

function tabObject(tab: TabState | undefined): Tab | undefined {
  return tab && Object.freeze({ tabId: tab.tabId, title: tab.title, canClose: tab.canClose });
}

function find(host: SessionHost, sessionId: string): SessionState | undefined {
  return host.state().sessions.find((session) => session.sessionId === sessionId);
}

function existing(host: SessionHost, sessionId: string): SessionState {
  const session = find(host, sessionId);
  if (!session) throw new ApiError("unknown_session", `There is no session "${String(sessionId)}".`);
  return session;
}
