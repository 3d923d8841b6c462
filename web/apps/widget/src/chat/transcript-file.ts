// The conversation as a text that can be kept. Knows nothing of how it is saved.

import type { Entry } from "./transcript.ts";

/** A line for each message that was sent, `[time] name: text`; system lines in the given words. */
export function transcriptText(entries: readonly Entry[], you: string, wordsOf: (entry: Entry) => string): string {
  return entries
    .filter(({ number }) => number !== undefined)
    .map((entry) => {
      const at = entry.sentAt ? `[${new Date(entry.sentAt).toLocaleString()}] ` : "";
      const name = entry.from === "customer" ? `${you}: ` : entry.from === "agent" ? `${entry.name}: ` : "";
      return `${at}${name}${wordsOf(entry)}${(entry.files ?? []).map(({ name }) => ` <${name}>`).join("")}\n`;
    })
    .join("");
}
