/** The texts of administration in the reader's language: a catalogue of their own, loaded with its screens alone. */
import { type Language, language } from "../language";
import type { en } from "./en";

/** Every catalogue is of this type: a text that a language lacks is an error of the compiler. */
export type AdministrationTexts = typeof en;

export const catalogues: Record<Language, () => Promise<AdministrationTexts>> = {
  en: async () => (await import("./en")).en,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
};

export const words: AdministrationTexts = await catalogues[language]();
