/**
 * The agent's open sessions: home, and one for each conversation in hand, each with its tabs and context.
 * Knows no screen and no server; the Apm host and the screens both read and change it here.
 */
import { createStore } from "zustand/vanilla";

export const homeSessionId = "session-home";

export interface AppTab {
  id: string;
  title: string;
  /** The framed page; none for the conversation's own tab and for tabs of pages we cannot frame. */
  url: string | null;
  canClose: boolean;
  /** Raised to load the page anew. */
  reloads: number;
}

export interface Session {
  id: string;
  /** None for home and for sessions that scripts made. */
  conversationId: string | null;
  title: string;
  tabs: AppTab[];
  focusedTabId: string;
  context: Record<string, unknown>;
  /** Asks for attention until it is focused. */
  calls: boolean;
}

export interface SessionsState {
  sessions: Session[];
  focusedId: string;
}

const home = newSession(homeSessionId, null, "", {});

export function createSessions(initial?: Partial<SessionsState>) {
  const store = createStore<SessionsState>(() => ({ sessions: [home], focusedId: homeSessionId, ...initial }));
  const find = (id: string) => store.getState().sessions.find((session) => session.id === id);
  const add = (session: Session) => store.setState((state) => ({ sessions: [...state.sessions, session] }));
  const change = (id: string, next: (session: Session) => Session) =>
    store.setState((state) => ({
      sessions: state.sessions.map((session) => (session.id === id ? next(session) : session)),
    }));

  function focus(id: string): boolean {
    if (!find(id)) return false;
    store.setState((state) => ({
      focusedId: id,
      sessions: state.sessions.map((session) => (session.id === id ? { ...session, calls: false } : session)),
    }));
    return true;
  }

  return {
    store,
    find,
    focus,

    focused: (): Session => find(store.getState().focusedId) ?? home,
    ofConversation: (conversationId: string) =>
      store.getState().sessions.find((session) => session.conversationId === conversationId),

    /** Sessions that count towards the limit. */
    openCount: () => store.getState().sessions.length - 1,

    /** Opens the conversation's session, or finds it; focused unless told otherwise. */
    openConversation(conversationId: string, options: { title?: string; focus?: boolean } = {}): string {
      const id = sessionIdOf(conversationId);
      if (!find(id)) add(newSession(id, conversationId, options.title ?? "", {}));
      if (options.focus !== false) focus(id);
      return id;
    },

    /** A session without a conversation, as scripts may make them. */
    create(id: string, title: string, context: Record<string, unknown> = {}, focused = true) {
      add(newSession(id, null, title, context));
      if (focused) focus(id);
    },

    /** Closes the session; its neighbour is focused next. Home stays. */
    close(id: string): boolean {
      const { sessions, focusedId } = store.getState();
      const at = sessions.findIndex((session) => session.id === id);
      if (at <= 0) return false;
      const neighbour = sessions[at + 1] ?? sessions[at - 1] ?? home;
      store.setState({ sessions: sessions.toSpliced(at, 1), focusedId: focusedId === id ? neighbour.id : focusedId });
      return true;
    },

    call: (id: string) => change(id, (session) => ({ ...session, calls: store.getState().focusedId !== id })),
    rename: (id: string, title: string) => change(id, (session) => ({ ...session, title })),
    updateContext: (id: string, values: Record<string, unknown>) =>
      change(id, (session) => ({ ...session, context: { ...session.context, ...values } })),

    addTab(sessionId: string, added: { id: string; title: string; url: string | null; focus?: boolean }) {
      change(sessionId, (session) => ({
        ...session,
        tabs: [...session.tabs, { ...tab(added.id, added.title, true), url: added.url }],
        focusedTabId: added.focus === false ? session.focusedTabId : added.id,
      }));
    },
    focusTab(sessionId: string, tabId: string): boolean {
      if (!find(sessionId)?.tabs.some((known) => known.id === tabId)) return false;
      change(sessionId, (session) => ({ ...session, focusedTabId: tabId }));
      return true;
    },
    closeTab(sessionId: string, tabId: string): boolean {
      const session = find(sessionId);
      const closing = session?.tabs.find((known) => known.id === tabId);
      if (!session || !closing?.canClose) return false;
      const tabs = session.tabs.filter((known) => known.id !== tabId);
      const focusedTabId =
        session.focusedTabId === tabId ? (tabs.at(-1)?.id ?? mainTabIdOf(sessionId)) : session.focusedTabId;
      change(sessionId, () => ({ ...session, tabs, focusedTabId }));
      return true;
    },
    reloadTab(sessionId: string, tabId: string): boolean {
      if (!find(sessionId)?.tabs.some((known) => known.id === tabId)) return false;
      change(sessionId, (session) => ({
        ...session,
        tabs: session.tabs.map((known) => (known.id === tabId ? { ...known, reloads: known.reloads + 1 } : known)),
      }));
      return true;
    },
    /** The session that holds this tab: tab ids are unique over all sessions. */
    ofTab: (tabId: string) =>
      store.getState().sessions.find((session) => session.tabs.some((known) => known.id === tabId)),
  };
}

export type Sessions = ReturnType<typeof createSessions>;

export function sessionIdOf(conversationId: string): string {
  return `session-${conversationId}`;
}

/** The tab that a session always has: its conversation, or home. */
export function mainTabIdOf(sessionId: string): string {
  return `tab-${sessionId}`;
}

function newSession(
  id: string,
  conversationId: string | null,
  title: string,
  context: Record<string, unknown>,
): Session {
  const main = tab(mainTabIdOf(id), title, false);
  return { id, conversationId, title, tabs: [main], focusedTabId: main.id, context, calls: false };
}

function tab(id: string, title: string, canClose: boolean): AppTab {
  return { id, title, url: null, canClose, reloads: 0 };
}
