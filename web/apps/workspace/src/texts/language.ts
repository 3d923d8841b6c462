/** Which language the workspace speaks: the one chosen on this device, else the browser's. Knows no text. */

export const languages = ["en", "de", "ar"] as const;
export type Language = (typeof languages)[number];

/** Each in its own words, so that whoever looks for theirs can read it. */
export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch", ar: "العربية" };

/** The spelling that the catalogue itself is written in. */
export const spelling: Record<Language, string> = { en: "en-GB", de: "de-DE", ar: "ar" };

const storageKey = "frontdesk.language";

/** The first of the wanted languages that there is a catalogue for; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => language === tag.toLowerCase().split("-")[0]);
    if (found) return found;
  }
  return "en";
}

/** How the reader's own region writes dates and numbers, where the browser names one; else as is usual in the language. */
export function chooseLocale(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? spelling[language];
}

const browserLanguages: readonly string[] = globalThis.navigator?.languages ?? [];

/** What was chosen on this device; nothing chosen means the browser's. */
export const chosenLanguage: Language | null = readChoice();
export const browserLanguage: Language = chooseLanguage(browserLanguages);
export const language: Language = chosenLanguage ?? browserLanguage;
export const locale: string = chooseLocale(language, browserLanguages);
export const direction: "ltr" | "rtl" = language === "ar" ? "rtl" : "ltr";

/** Texts are read when the page starts: the page shows the choice once it has loaded anew. */
export function keepLanguage(choice: Language | null): void {
  if (choice) globalThis.localStorage.setItem(storageKey, choice);
  else globalThis.localStorage.removeItem(storageKey);
}

function readChoice(): Language | null {
  try {
    const kept = globalThis.localStorage?.getItem(storageKey);
    return languages.find((language) => language === kept) ?? null;
  } catch {
    // Storage that is switched off chooses nothing.
    return null;
  }
}
