/** Arrow keys, Home and End move the focus between the tabs or rows of one list. */
import type { KeyboardEvent } from "react";
import { direction as reading } from "../../texts/language";

const [towardsStart, towardsEnd] = reading === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
const steps = {
  horizontal: { back: towardsStart, forth: towardsEnd },
  vertical: { back: "ArrowUp", forth: "ArrowDown" },
};

export function useArrowKeys(direction: keyof typeof steps, selector: string) {
  const { back, forth } = steps[direction];
  return (event: KeyboardEvent<HTMLElement>) => {
    if (![back, forth, "Home", "End"].includes(event.key)) return;
    const places = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
    const at = places.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const last = places.length - 1;
    const next = { [back]: Math.max(0, at - 1), [forth]: Math.min(last, at + 1), Home: 0, End: last }[event.key] ?? at;
    event.preventDefault();
    places[next]?.focus();
  };
}
