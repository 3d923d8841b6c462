// Every language says everything; that none misses a text is the compiler's to find.

import { describe, expect, it } from "vitest";
import { texts as ar } from "../src/texts/ar.ts";
import { texts as de } from "../src/texts/de.ts";
import { en } from "../src/texts/en.ts";
import { loadTexts } from "../src/texts/index.ts";

describe.each([
  ["English", en],
  ["German", de],
  ["Arabic", ar],
])("in %s", (_, texts) => {
  it("numbers and names stand in the sentence", () => {
    expect(texts.inLine(3, 7)).toMatch(/3.*7/);
    expect(texts.inLine(3, null)).not.toMatch(/null|undefined/);
    expect(texts.inLine(null, 5)).toContain("5");
    expect(texts.inLine(1, null)).not.toContain("1");
    expect(texts.withAgent("Ada")).toContain("Ada");
    expect(texts.events.agent_accepted("")).not.toMatch(/undefined|^ /);
    expect(texts.tooLong(7, 6)).toMatch(/7.*6/);
    expect(texts.closed("Monday")).toContain("Monday");
  });
});

describe("counting in Arabic", () => {
  it.each([
    [1, "رسالة غير مقروءة"],
    [2, "رسالتان"],
    [3, "3 رسائل"],
    [11, "11 رسالة"],
  ])("%d unread", (count, words) => {
    expect(ar.launcherUnread(count)).toContain(words);
  });
});

describe("the catalogue", () => {
  it("is English for what is unknown, and where the other does not come", async () => {
    expect(await loadTexts("tlh-KX", "https://desk.example")).toBe(en);
    expect(await loadTexts("de-AT", "https://nowhere.invalid")).toBe(en);
  });
});
