// The catalogues. A new language is one file and one line here.

import { en, type Texts } from "./en.ts";

const CATALOGUES: Record<string, Texts> = { en };

/** By language, whatever the region; English where there is none. */
export function textsFor(locale: string | undefined): Texts {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? "en";
  return CATALOGUES[language] ?? en;
}

export type { Texts };
