/** Several things in one phrase, joined as the reader's language joins them. */
import { texts } from "./index";

const conjunction = new Intl.ListFormat(texts.locale, { type: "conjunction" });
const disjunction = new Intl.ListFormat(texts.locale, { type: "disjunction" });

/** `a, b and c` */
export const allOf = (items: readonly string[]): string => conjunction.format(items);
/** `a, b or c` */
export const oneOf = (items: readonly string[]): string => disjunction.format(items);
