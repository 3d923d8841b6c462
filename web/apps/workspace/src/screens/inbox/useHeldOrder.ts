/** Rows keep their place while they are held; what arrives meanwhile is counted and shown when asked for. */
import { useRef, useState } from "react";
import { type HeldOrder, holdOrder } from "../../live/lists";
import type { Conversation } from "../../model";

export function useHeldOrder(sorted: Conversation[], held: boolean): HeldOrder & { show: () => void } {
  const shown = useRef<string[]>([]);
  const [, redraw] = useState(0);
  const first = shown.current.length === 0;
  if (!held || first) shown.current = sorted.map((item) => item.id);
  const order = holdOrder(shown.current, sorted);
  return {
    ...order,
    show: () => {
      shown.current = sorted.map((item) => item.id);
      redraw((count) => count + 1);
    },
  };
}
