/** What an agent means who types `/` while writing: a quick reply they look for, or somebody to ask or hand over to. Pure. */

/** From the stroke to the caret. */
export interface Token {
  start: number;
  /** What follows the stroke. */
  query: string;
}

export type Order = "consult" | "consultQueue" | "transfer" | "transferQueue";

const orders: Readonly<Record<string, Order>> = {
  c: "consult",
  "4": "consult",
  cq: "consultQueue",
  t: "transfer",
  "2": "transfer",
  tq: "transferQueue",
  "3": "transferQueue",
};

/** Longer than any title. */
const queryCharactersMax = 120;

/** A stroke at the beginning of a word, and what was typed since; there is none within a word, such as `and/or`. */
export function tokenAt(text: string, caret: number): Token | undefined {
  const found = /(?:^|\s)\/((?:[^\s/][^\n/]*)?)$/.exec(text.slice(0, caret));
  const query = found?.[1];
  if (query === undefined || query.length > queryCharactersMax) return undefined;
  return { start: caret - query.length - 1, query };
}

export function orderOf(query: string): Order | undefined {
  return orders[query.toLowerCase()];
}

/** What quick replies are searched for: `/q refund`, `/1 #money` and `/refund` ask for the same kind of thing. */
export function searchOf(query: string): string {
  return /^[q1](\s|$)/i.test(query) ? query.slice(1).trim() : query.trim();
}

export interface Edited {
  text: string;
  caret: number;
}

/** With the token replaced; the caret stands behind what took its place. */
export function replaced(text: string, token: Token, by: string): Edited {
  const before = text.slice(0, token.start);
  const after = text.slice(token.start + 1 + token.query.length);
  return { text: before + by + after, caret: before.length + by.length };
}

/** With a stroke of its own at the caret, as if it had been typed at the beginning of a word. */
export function strokeAt(text: string, caret: number): Edited {
  const stroke = caret === 0 || /\s/.test(text.charAt(caret - 1)) ? "/" : " /";
  return { text: text.slice(0, caret) + stroke + text.slice(caret), caret: caret + stroke.length };
}
