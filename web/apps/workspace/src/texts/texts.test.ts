import { describe, expect, it } from "vitest";
import { catalogues } from "./index";
import { chooseLanguage, chooseLocale, languages } from "./language";
import { pluralIn } from "./plural";
import { shortSpan, spokenSpan } from "./time";

describe("texts", () => {
  it("choose the form that the language wants, numbers as the reader's region writes them", async () => {
    const { lists } = await catalogues.en();
    expect(lists.unread(1)).toBe("1 unread message");
    expect(lists.unread(1_200)).toBe("1,200 unread messages");
    const hours = { zero: "0", one: "ساعة", two: "ساعتان", few: "# ساعات", many: "# ساعة", other: "# ساعة" };
    const spoken = [1, 2, 3, 11, 100].map((count) => pluralIn("ar", "ar-EG")(count, hours));
    expect(spoken).toEqual(["ساعة", "ساعتان", "٣ ساعات", "١١ ساعة", "١٠٠ ساعة"]);
  });

  it.each([
    [["tlh", "de-AT", "en"], "de"],
    [["ar-EG"], "ar"],
    [["tlh"], "en"],
    [[], "en"],
  ])("for a browser that wants %j are in %s", (wanted, language) => expect(chooseLanguage(wanted)).toBe(language));

  it("write dates as the reader's region does, where the browser names one of the language", () => {
    expect(chooseLocale("en", ["de-AT", "en-US"])).toBe("en-US");
    expect(chooseLocale("de", ["en-US"])).toBe("de-DE");
  });

  it.each(languages)("are said in %s wherever they are said, whatever the number", async (language) => {
    const said = sayAll(await catalogues[language]());
    expect(said.filter(([path, text]) => !mayBeSilent.has(path) && !text.trim())).toEqual([]);
    expect(said.filter(([, text]) => /#|undefined|NaN|\[object/.test(text))).toEqual([]);
  });

  it.each(languages.filter((language) => language !== "en"))("are translated into %s", async (language) => {
    const english = new Map(sayAll(await catalogues.en()));
    const same = sayAll(await catalogues[language]()).filter(
      ([path, text]) => text === english.get(path) && /[a-z]{3}/i.test(text) && !sameEverywhere.test(path),
    );
    expect(same).toEqual([]);
  });

  it.each([
    [59_999, "now", "less than a minute"],
    [60_000, "1 min", "1 minute"],
    [3_600_000, "1 h", "1 hour"],
    [172_800_000, "2 d", "2 days"],
  ])("a span of %i ms", (milliseconds, short, spoken) => {
    expect([shortSpan(milliseconds), spokenSpan(milliseconds)]).toEqual([short, spoken]);
  });
});

/** Said only where there is something to say. */
const mayBeSilent = new Set(["conversation.customer.unknown"]);
/** Names, and words that two languages share. */
const sameEverywhere =
  /^(product|commands\.keys|title\.|channel\.|lists\.wrote|conversation\.arrivedFrom|profile\.role|priority\.normal|presence\.base\.offline|customer\.name|customer\.facts\.agent|setUp\.organizationName$|conversation\.in$)/;

/** Every text with its path; those made of numbers and names once for each kind of number. */
function sayAll(catalogue: object, path = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") return [[here, value]];
    if (typeof value !== "function") return sayAll(value, here);
    return [0, 1, 2, 3, 11, 100].map((count) => [here, sayOne(value, count)]);
  });
}

function sayOne(text: (...values: unknown[]) => string, count: number): string {
  // Whether a place wants a number, a name or a list cannot be seen from outside: this is all three.
  const value = Object.assign([String(count)], { valueOf: () => count });
  return text(...Array.from({ length: text.length }, () => value));
}
