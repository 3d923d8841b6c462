/**
 * The catalogue in the reader's language; the others are not loaded. Whatever imports it starts once it is there, so a
 * catalogue imports nothing that needs texts.
 */
import type { en } from "./en";
import { type Language, language } from "./language";

/** Every catalogue is of this type: a text that a language lacks is an error of the compiler. */
export type Texts = typeof en;

export const catalogues: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import("./en")).en,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
};

export const texts: Texts = await catalogues[language]();
