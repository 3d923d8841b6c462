/** Another language while the page is open: texts are read when it starts, so it starts anew. */
import { keepLanguage, type Language } from "./language";

/** What is open, written and not yet sent is kept with the window and comes back. */
export function changeLanguage(choice: Language | null): void {
  keepLanguage(choice);
  globalThis.location.reload();
}
