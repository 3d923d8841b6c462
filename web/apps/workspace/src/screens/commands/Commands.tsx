/** The keys of all commands, and what lies over the screen because of one: the palette or the sheet of shortcuts. */
import { lazy, Suspense, useEffect } from "react";
import { useSelected } from "../../app/context";
import { useCommandKeys } from "../../commands/useCommandKeys";
import { view } from "../workspace/view";

const fetchPalette = () => import("./Palette");
const Palette = lazy(fetchPalette);
const ShortcutSheet = lazy(() => import("./ShortcutSheet"));

const fetchAfterMs = 1_000;

export function Commands() {
  useCommandKeys();
  const overlay = useSelected(view, (state) => state.overlay);
  useEffect(() => {
    // Before it is asked for: whoever types on at once must not write into the composer meanwhile.
    const soon = setTimeout(() => void fetchPalette(), fetchAfterMs);
    return () => clearTimeout(soon);
  }, []);
  useEffect(() => {
    if (!overlay) return;
    const before = document.activeElement;
    return () => giveFocusBack(before);
  }, [overlay]);
  if (!overlay) return null;
  const Overlay = overlay === "palette" ? Palette : ShortcutSheet;
  return (
    <Suspense fallback={null}>
      <Overlay onClose={() => view.setState({ overlay: null })} />
    </Suspense>
  );
}

/** To where it was before, unless the command took it elsewhere. */
function giveFocusBack(before: Element | null): void {
  requestAnimationFrame(() => {
    const nowhere = !document.activeElement || document.activeElement === document.body;
    if (nowhere && before instanceof HTMLElement && before.isConnected) before.focus();
  });
}
