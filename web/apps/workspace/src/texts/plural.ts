/** Picks the form of a text that fits a number in the reader's language. Knows nothing of the texts. */

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** `#` in the chosen form becomes the number, written as the locale writes it. */
export function pluralIn(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count: number, forms: Forms): string =>
    (forms[rules.select(count)] ?? forms.other).replaceAll("#", numbers.format(count));
}
