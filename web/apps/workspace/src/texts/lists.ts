/** Several things in one phrase, joined as the reader's language joins them. */
import { language, spelling } from "./language";

const conjunction = new Intl.ListFormat(spelling[language], { type: "conjunction" });
const disjunction = new Intl.ListFormat(spelling[language], { type: "disjunction" });
const enumeration = new Intl.ListFormat(spelling[language], { type: "unit", style: "short" });

/** `a, b and c` */
export const allOf = (items: readonly string[]): string => conjunction.format(items);
/** `a, b or c` */
export const oneOf = (items: readonly string[]): string => disjunction.format(items);
/** `a, b, c` */
export const listOf = (items: readonly string[]): string => enumeration.format(items);
