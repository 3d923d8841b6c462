/** Picks the form of a text that fits a number in a language. Knows nothing of the texts. */
import { type Language, locale as ownLocale } from "./language";

/** The forms that each language has: one left out is an error of the compiler. */
interface FormNames {
  en: "one" | "other";
  de: "one" | "other";
  ar: Intl.LDMLPluralRule;
}

/** All forms of the language, or one that fits every number. */
export type Forms<Name extends string> = Record<Name, string> | { other: string };

/** `#` in the chosen form becomes the number, written as the reader's locale writes it. */
export function pluralIn<Spoken extends Language>(language: Spoken, locale = ownLocale) {
  const rules = new Intl.PluralRules(language);
  const number = numberIn(language, locale);
  return (count: number, forms: Forms<FormNames[Spoken]>): string => {
    const known: Partial<Record<string, string>> & { other: string } = forms as { other: string };
    return (known[rules.select(count)] ?? known.other).replaceAll("#", number(count));
  };
}

/** A number as the locale writes it; the language's own way where the locale is another's. */
export function numberIn(language: Language, locale = ownLocale) {
  const format = new Intl.NumberFormat(locale.startsWith(language) ? locale : language);
  return (count: number): string => format.format(count);
}
