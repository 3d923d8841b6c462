/** Keeps the page's address and the focused session in step, so that links and the back button work. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useDesk, useSelected } from "../../app/context";
import { homeSessionId, sessionIdOf } from "../../sessions/store";

const administrationPath = /^\/administration(\/|$)/;

/** Another part of the workspace, which leaves the focused session as it is. */
export const isAdministration = (pathname: string) => administrationPath.test(pathname);

const conversationPath = /^\/conversations\/([0-9a-f-]{36})$/i;

export function useAddress(): void {
  const desk = useDesk();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const focusedId = useSelected(desk.sessions.store, (state) => state.focusedId);
  const handled = useRef({ pathname: "", focusedId });

  useEffect(() => {
    const last = handled.current;
    const addressed = conversationPath.exec(pathname)?.[1]?.toLowerCase();
    const conversationId = desk.sessions.focused().conversationId;
    if (pathname !== last.pathname) {
      // The address moved: a link, the back button, or the first load.
      handled.current = { pathname, focusedId };
      if (isAdministration(pathname)) return;
      if (addressed && addressed !== conversationId) desk.sessions.openConversation(addressed);
      if (!addressed && last.pathname !== "") desk.sessions.focus(homeSessionId);
      if (!addressed && last.pathname === "" && conversationId) void navigate({ to: "/", replace: true });
      return;
    }
    if (focusedId === last.focusedId) return;
    handled.current = { pathname, focusedId };
    if (conversationId) {
      if (addressed === conversationId) return;
      handled.current.pathname = `/conversations/${conversationId}`;
      void navigate({ to: "/conversations/$conversationId", params: { conversationId } });
    } else if (addressed && focusedId !== sessionIdOf(addressed)) {
      handled.current.pathname = "/";
      void navigate({ to: "/" });
    }
  }, [desk, navigate, pathname, focusedId]);
}
