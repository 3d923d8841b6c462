/** The texts of administration: a catalogue of their own, loaded with its screens alone. */
import { en } from "./en";

/** Every catalogue is of this type: a text that a language lacks is an error of the compiler. */
export type AdministrationTexts = typeof en;

export const words: AdministrationTexts = en;
