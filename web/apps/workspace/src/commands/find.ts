/** Which commands somebody means by a few letters. Pure. */
import type { Command } from "./command";

const shownMax = 60;

/** Each word must be found; those whose label begins with what was typed come first, then those whose label has it. */
export function find(commands: readonly Command[], typed: string): Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.slice(0, shownMax);
  const ranked = commands.flatMap((command) => {
    const label = plain(command.label);
    const all = `${label} ${plain(command.alias ?? "")}`;
    if (!words.every((word) => all.includes(word))) return [];
    const [first = ""] = words;
    const rank = label.startsWith(first) ? 0 : words.every((word) => label.includes(word)) ? 1 : 2;
    return [{ command, rank }];
  });
  const sorted = ranked.toSorted((a, b) => a.rank - b.rank);
  return sorted.slice(0, shownMax).map(({ command }) => command);
}

/** Without case and accents: `Ö` is found by `o`. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
