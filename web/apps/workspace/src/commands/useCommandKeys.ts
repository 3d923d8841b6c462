/** Listens for the keys of all commands, wherever the focus is. */
import { useEffect } from "react";
import { looks } from "../app/looks";
import { isPressed, keepsItsLetters } from "./keys";
import { commands } from "./registry";
import { useScene } from "./scene";

export function useCommandKeys(): void {
  const sceneNow = useScene();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // While an input method composes, keys choose its words.
      if (event.defaultPrevented || event.isComposing) return;
      const wanted = commands.filter(({ keys }) => keys && isPressed(keys, event));
      if (wanted.length === 0) return;
      const scene = sceneNow();
      const command = wanted.find(({ keys, when }) => isHeard(event, keys?.mod) && when(scene));
      if (!command) return;
      event.preventDefault();
      command.run(scene);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [sceneNow]);
}

/** With Ctrl or Command everywhere; a single key only where nobody writes, and where it has not been turned off. */
function isHeard(event: KeyboardEvent, mod: true | undefined): boolean {
  return mod ?? (looks.getState().singleKeys && !keepsItsLetters(event.target));
}
