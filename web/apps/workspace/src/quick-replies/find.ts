/** Which quick replies are meant by what was typed, as the server finds them too. Pure. */
import type { UsableQuickReply } from "../model";

/** All words must be in the title or the text, all `#tag`s begin a tag; the conversation's language first, then titles. */
export function findReplies(
  replies: readonly UsableQuickReply[],
  search: string,
  locale: string | null | undefined,
): UsableQuickReply[] {
  const parts = search.toLowerCase().split(/\s+/).filter(Boolean);
  const tags = parts.filter((part) => part.startsWith("#")).map((part) => part.slice(1));
  const words = parts.filter((part) => !part.startsWith("#"));
  const ranked = replies.flatMap((reply) => {
    const rank = rankOf(reply, words, tags);
    return rank === undefined ? [] : [{ reply, rank, distance: distance(reply.locale, locale ?? "") }];
  });
  return ranked
    .sort((a, b) => a.distance - b.distance || a.rank - b.rank || a.reply.title.localeCompare(b.reply.title))
    .map(({ reply }) => reply);
}

/** Lower ranks come first: titles that begin so, that contain it, texts. */
function rankOf(reply: UsableQuickReply, words: readonly string[], tags: readonly string[]): number | undefined {
  const own = reply.tags.map((tag) => tag.toLowerCase());
  if (!tags.every((sought) => own.some((tag) => tag.startsWith(sought)))) return undefined;
  const title = reply.title.toLowerCase();
  if (title.startsWith(words.join(" "))) return 0;
  if (words.every((word) => title.includes(word))) return 1;
  const text = reply.text.toLowerCase();
  return words.every((word) => title.includes(word) || text.includes(word)) ? 2 : undefined;
}

/** The same, the same language, another one. */
function distance(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return 0;
  return a.split("-")[0] === b.split("-")[0] ? 1 : 2;
}
