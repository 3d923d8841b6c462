/** The catalogue in the reader's language, and dates and times as their locale writes them. */
import { en, type Texts } from "./en";

const catalogues: Record<string, Texts> = { en };

export function chooseTexts(languages: readonly string[]): Texts {
  for (const language of languages) {
    const found = catalogues[language] ?? catalogues[language.split("-")[0] ?? ""];
    if (found) return found;
  }
  return en;
}

export const texts: Texts = chooseTexts(globalThis.navigator?.languages ?? []);

export type { Texts };
