// The catalogues. English is built in; others come as a file of their own, so that nobody loads what nobody reads. A new
// language is one file and one word here.

import { en, type Texts } from "./en.ts";

export const LANGUAGES = ["de", "ar"] as const;

/** By language, whatever the region; English where there is none, or where it does not come. */
export async function loadTexts(locale: string, serverUrl: string): Promise<Texts> {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "en";
  if (!LANGUAGES.some((known) => known === language)) return en;
  try {
    return (await import(/* @vite-ignore */ `${serverUrl}/widget/texts/${language}.js`)).texts as Texts;
  } catch {
    return en;
  }
}

export type { Texts };
