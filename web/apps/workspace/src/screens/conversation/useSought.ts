/** Brings a message into sight that somebody looked for: fetches back to it, scrolls there and shows which one it is. */
import { type RefObject, useEffect, useState } from "react";
import { useSelected } from "../../app/context";
import type { MessageWindow } from "../../live/messages";
import { view } from "../workspace/view";

/** The number of the message to point out, if there is one. */
export function useSought(
  conversationId: string,
  window: MessageWindow,
  scroller: RefObject<HTMLElement | null>,
  loadEarlier: () => Promise<void>,
): number | undefined {
  const sought = useSelected(view, (state) =>
    state.sought?.conversationId === conversationId ? state.sought.number : undefined,
  );
  const [pointedOut, setPointedOut] = useState<number>();
  const first = window.items[0]?.number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `loadEarlier` is another one with each page that came
  useEffect(() => {
    if (sought === undefined || first === undefined) return;
    if (sought < first && window.moreBefore) {
      void loadEarlier();
      return;
    }
    view.setState({ sought: null });
    setPointedOut(sought);
    const message = scroller.current?.querySelector<HTMLElement>(`[data-number="${sought}"]`);
    message?.scrollIntoView?.({ block: "center" });
  }, [sought, first, window.moreBefore]);
  return pointedOut;
}
