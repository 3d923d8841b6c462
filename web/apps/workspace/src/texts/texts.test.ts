import { describe, expect, it } from "vitest";
import { en } from "./en";
import { chooseTexts } from "./index";
import { pluralIn } from "./plural";
import { shortSpan, spokenSpan } from "./time";

describe("texts", () => {
  it("choose the form that the language wants, numbers as it writes them", () => {
    const polish = pluralIn("pl");
    const forms = { one: "# wiadomość", few: "# wiadomości", many: "# wiadomości!", other: "# wiadomości" };
    expect([1, 3, 5].map((count) => polish(count, forms))).toEqual(["1 wiadomość", "3 wiadomości", "5 wiadomości!"]);
    expect(en.lists.unread(1)).toBe("1 unread message");
    expect(en.lists.unread(1_200)).toBe("1,200 unread messages");
  });

  it("fall back to English for a language that has no catalogue", () => {
    expect(chooseTexts(["tlh", "en-GB"])).toBe(en);
    expect(chooseTexts([])).toBe(en);
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
