/** What the workspace gives the JS API: its sessions and tabs, its send box, HTTP as the signed-in agent. Knows no component. */
import type { Client } from "@frontdesk/api";
import type { CreateTabInput, Host, SessionState, WorkspaceState } from "@frontdesk/sdk";
import type { Desk } from "../app/desk";
import { keys } from "../app/keys";
import { detailQuery } from "../app/queries";
import { isInHand, isOffered, isWrappingUp, type Me } from "../model";
import { homeSessionId, mainTabIdOf, type Session, type SessionsState } from "../sessions/store";
import { texts } from "../texts";
import { framedAddress } from "./framedAddress";

export function createWorkspaceHost(desk: Desk, client: Client, ownOrigin: string): Host {
  const { sessions } = desk;
  const settings = () => (desk.cache.getQueryData<Me>(keys.me) ?? desk.me).settings;
  const picture = pictures();
  let made = 0;

  const done = (found: boolean, what: string) => {
    if (!found) throw Object.assign(new Error(`There is no such ${what}.`), { code: `unknown_${what}` });
  };

  return {
    http: client,
    agentId: desk.me.id,
    framedOrigins: () => settings().framedOrigins,
    state: () => picture(sessions.store.getState(), settings().sessionsMax),
    subscribe: (listener) => sessions.store.subscribe(listener),

    async openConversation(conversationId) {
      const { conversation } = await desk.cache.fetchQuery(detailQuery(desk, conversationId));
      const isNew = !sessions.ofConversation(conversation.id);
      if (isNew && sessions.openCount() >= settings().sessionsMax) {
        throw Object.assign(new Error(texts.sessions.full(settings().sessionsMax)), { code: "too_many_sessions" });
      }
      const own = conversation.listAgentId === desk.me.id;
      if (isOffered(conversation) && own && conversation.lastSessionId) {
        await desk.server.accept(conversation.id, conversation.lastSessionId);
      } else if (conversation.status === "open" || (conversation.status === "waiting" && own)) {
        await desk.server.pick(conversation.id);
      }
      sessions.openConversation(conversation.id, { title: conversation.customerName });
    },

    async putInSendBox(conversationId, text) {
      desk.drafts.insertReply(conversationId, text);
    },

    async createSession(input) {
      const id = `session-script-${++made}-${desk.newId()}`;
      sessions.create(id, input.templateName ?? "", { ...input.sessionContext }, input.isFocused !== false);
      return id;
    },
    async closeSession(sessionId) {
      const conversation = desk.conversation(sessions.find(sessionId)?.conversationId ?? "");
      const ours = conversation && (isInHand(conversation, desk.me.id) || isWrappingUp(conversation, desk.me.id));
      if (ours) await desk.server.closeSession(conversation.id);
      done(sessions.close(sessionId), "session");
    },
    focusSession: async (sessionId) => done(sessions.focus(sessionId), "session"),
    requestFocusSession: async (sessionId) => sessions.call(sessionId),
    updateContext: async (sessionId, values) => sessions.updateContext(sessionId, values),

    async createTab(sessionId, input) {
      const id = `tab-script-${++made}-${desk.newId()}`;
      const url = framedAddress(input, settings().framedOrigins, ownOrigin);
      sessions.addTab(sessionId, { id, title: titleOf(input, url), url, focus: input.isFocused !== false });
      return id;
    },
    canCreateTab: (sessionId) => sessions.find(sessionId) !== undefined,
    closeTab: async (sessionId, tabId) => done(sessions.closeTab(sessionId, tabId), "tab"),
    focusTab: async (sessionId, tabId) => done(sessions.focusTab(sessionId, tabId), "tab"),
    async refreshTab(sessionId, tabId) {
      const conversationId = sessions.find(sessionId)?.conversationId;
      if (conversationId && tabId === mainTabIdOf(sessionId)) {
        await desk.cache.invalidateQueries({ queryKey: keys.detail(conversationId) });
        return;
      }
      done(sessions.reloadTab(sessionId, tabId), "tab");
    },
  };
}

/** One picture for each state of the store, so that an unchanged workspace compares as the same. */
function pictures() {
  let last: { state: SessionsState; sessionsMax: number; picture: WorkspaceState } | undefined;
  return (state: SessionsState, sessionsMax: number): WorkspaceState => {
    if (last?.state !== state || last.sessionsMax !== sessionsMax) {
      const picture = { sessions: state.sessions.map(pictureOf), focusedSessionId: state.focusedId, sessionsMax };
      last = { state, sessionsMax, picture };
    }
    return last.picture;
  };
}

function pictureOf(session: Session): SessionState {
  const isDefault = session.id === homeSessionId;
  return {
    sessionId: session.id,
    title: session.title || (isDefault ? texts.sessions.home : ""),
    isDefault,
    canClose: !isDefault,
    ...(session.conversationId ? { conversationId: session.conversationId } : {}),
    context: session.context,
    tabs: session.tabs.map((tab) => ({ tabId: tab.id, title: tab.title, canClose: tab.canClose })),
    focusedTabId: session.focusedTabId,
  };
}

function titleOf(input: CreateTabInput, url: string | null): string {
  const given = input.appContext?.title ?? input.pageInput?.title;
  if (typeof given === "string" && given) return given;
  return input.templateName || (url ? new URL(url).host : "");
}
