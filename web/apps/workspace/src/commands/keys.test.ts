import { describe, expect, it } from "vitest";
import { isPressed, type KeyPress } from "./keys";
import { commands } from "./registry";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("keys", () => {
  it.each<[string, KeyPress, ReturnType<typeof press>, boolean]>([
    ["a letter", { key: "j" }, press("j"), true],
    ["a letter with caps lock", { key: "j" }, press("J"), true],
    ["the same place on another keyboard", { key: "q" }, press("a", { code: "KeyQ" }), false],
    ["a letter with Shift", { key: "j" }, press("J", { shiftKey: true }), false],
    ["a letter that wants Shift", { key: "e", shift: true }, press("E", { shiftKey: true }), true],
    ["a letter that wants Shift, without", { key: "e", shift: true }, press("e"), false],
    ["a letter with Ctrl", { key: "r" }, press("r", { ctrlKey: true }), false],
    ["a letter with Alt, as for a sign of another language", { key: "e" }, press("e", { altKey: true }), false],
    ["Ctrl and the letter", { key: "k", mod: true }, press("k", { ctrlKey: true }), true],
    ["Command and the letter", { key: "k", mod: true }, press("k", { metaKey: true }), true],
    [
      "Ctrl and the letter's key on an Arabic keyboard",
      { key: "k", mod: true },
      press("ن", { code: "KeyK", ctrlKey: true }),
      true,
    ],
    [
      "Ctrl and the letter's place on a Dvorak keyboard",
      { key: "k", mod: true },
      press("t", { code: "KeyK", ctrlKey: true }),
      false,
    ],
    ["the letter's key alone on an Arabic keyboard", { key: "k" }, press("ن", { code: "KeyK" }), false],
    ["a sign on a shifted key", { key: "?" }, press("?", { shiftKey: true }), true],
    ["a sign on a plain key", { key: "?" }, press("?"), true],
  ])("%s", (_what, wanted, pressed, expected) => expect(isPressed(wanted, pressed)).toBe(expected));

  it("mean one thing at a time: whoever shares a key says when it is theirs", () => {
    const byKey = new Map<string, string[]>();
    for (const { id, keys, byKeyAlone } of commands) {
      const key = JSON.stringify(keys);
      if (keys && !byKeyAlone) byKey.set(key, [...(byKey.get(key) ?? []), id]);
    }
    const groups = [...byKey.values()].filter((ids) => ids.length > 1);
    expect(groups).toEqual([
      ["offer.accept", "consult.accept", "conversation.pick"],
      ["conversation.end", "conversation.finish"],
    ]);
  });
});
