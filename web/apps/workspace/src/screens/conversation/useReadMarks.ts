/** Tells the server how far the agent's screen has got: delivered when loaded, read when shown in a page that is looked at. */
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useDesk } from "../../app/context";
import type { Conversation } from "../../model";

const gatherMs = 400;

export function isAtEnd(element: HTMLElement): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight < 48;
}

export function useReadMarks(
  conversation: Conversation,
  scroller: RefObject<HTMLElement | null>,
  last: number,
  enabled: boolean,
): () => void {
  const desk = useDesk();
  const told = useRef({ delivered: 0, read: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const current = useRef({ last, enabled, marks: conversation.marks });
  current.current = { last, enabled, marks: conversation.marks };
  const { id } = conversation;

  const tell = useCallback(() => {
    timer.current = undefined;
    const { last, enabled, marks } = current.current;
    const element = scroller.current;
    if (!enabled || !element) return;
    const looking = document.visibilityState === "visible" && document.hasFocus();
    const next = {
      delivered: Math.max(last, marks.agentDelivered),
      read: Math.max(looking ? lastShown(element) : 0, marks.agentRead),
    };
    const known = {
      delivered: Math.max(told.current.delivered, marks.agentDelivered),
      read: Math.max(told.current.read, marks.agentRead),
    };
    if (next.delivered <= known.delivered && next.read <= known.read) return;
    const before = told.current;
    told.current = next;
    desk.server.marks(id, next).catch(() => {
      // Told again with the next message or the next look.
      told.current = before;
    });
  }, [desk, id, scroller]);

  const noteShown = useCallback(() => {
    timer.current ??= setTimeout(tell, gatherMs);
  }, [tell]);

  useEffect(() => {
    noteShown();
    globalThis.addEventListener("focus", noteShown);
    document.addEventListener("visibilitychange", noteShown);
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      globalThis.removeEventListener("focus", noteShown);
      document.removeEventListener("visibilitychange", noteShown);
    };
  }, [noteShown]);
  return noteShown;
}

/** The number of the last message whose end is within sight. */
function lastShown(scroller: HTMLElement): number {
  if (scroller.clientHeight === 0) return 0;
  const edge = scroller.getBoundingClientRect().bottom + 8;
  const rows = scroller.querySelectorAll<HTMLElement>("[data-number]");
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    if (row && row.getBoundingClientRect().bottom <= edge) return Number(row.dataset.number);
  }
  return 0;
}
