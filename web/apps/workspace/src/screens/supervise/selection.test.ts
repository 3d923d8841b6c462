import { describe, expect, it } from "vitest";
import { extended, nothingSelected, toggled } from "./selection";

const order = ["a", "b", "c", "d"];

describe("a selection", () => {
  it("takes one in and out again", () => {
    const one = toggled(nothingSelected, "b");
    expect([...one.ids]).toEqual(["b"]);
    expect([...toggled(one, "b").ids]).toEqual([]);
  });

  it.each([
    ["d", ["b", "c", "d"]],
    ["a", ["b", "a"]],
    ["gone", ["b", "gone"]],
  ])("with Shift reaches to %s", (to, expected) => {
    expect([...extended(toggled(nothingSelected, "b"), to, order).ids].toSorted()).toEqual(expected.toSorted());
  });

  it("with Shift and nothing before takes the one", () => {
    expect([...extended(nothingSelected, "c", order).ids]).toEqual(["c"]);
  });
});
