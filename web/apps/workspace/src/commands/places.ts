/** Where commands take the focus: the composer, the rows of the list, the open sessions. */
import type { Desk } from "../app/desk";
import type { Visibility } from "../model";
import { type ViewState, view } from "../screens/workspace/view";
import type { Scene } from "./command";

/** Two frames: the first draws what was closed and switched, the second is after whatever then takes the focus back. */
const afterPaint = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

/** The lists, also out of administration. */
export function showLists({ desk, goTo }: Scene, shown: Partial<Pick<ViewState, "tab" | "area" | "searchFor">>): void {
  view.setState({ ...shown, pane: "list" });
  const { conversationId } = desk.sessions.focused();
  goTo(conversationId ? `/conversations/${conversationId}` : "/");
}

export function focusComposer(desk: Desk, conversationId: string, mode: Visibility): void {
  desk.drafts.setMode(conversationId, mode);
  view.setState({ pane: "conversation" });
  afterPaint(() => document.querySelector<HTMLElement>("#conversation [data-mode] textarea")?.focus());
}

export function focusRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const current = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const next = at >= 0 ? rows[at + step] : (rows[current] ?? rows[0]);
  next?.focus();
}

export function focusSearch(): void {
  view.setState({ area: "inbox", pane: "list" });
  afterPaint(() => document.querySelector<HTMLElement>("[role=search] input")?.focus());
}

export function focusSession(desk: Desk, step: 1 | -1): void {
  const { sessions, focusedId } = desk.sessions.store.getState();
  const at = sessions.findIndex((session) => session.id === focusedId);
  const next = sessions.at((at + step) % sessions.length);
  if (next) desk.sessions.focus(next.id);
}
