import { describe, expect, it } from "vitest";
import { differences } from "./audit/differences";
import { groupOf, type Structure, structureOf } from "./condition/structure";
import { unitOf } from "./kit/Duration";
import { bodyOf, changed, newDraft } from "./kit/draft";
import { faultsWithin, unplaced } from "./kit/faults";
import type { FieldSpec } from "./kit/noun";
import { blocksOf } from "./parts/WeekCalendar";
import { contextOf } from "./rules/TryRules";

const Input = () => null;
const spec = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label: name,
  Input,
  initial: "",
  ...more,
});

describe("a draft", () => {
  it("sends a part of a whole with the rest of it where it must", () => {
    const fields = [spec("name"), spec("hours.zone", { sentIn: "hours" }), spec("timers.close")];
    const before = { name: "A", hours: { zone: "UTC", weekly: [1] }, timers: { close: 1, open: 2 } };
    const after = { name: "A", hours: { zone: "Asia/Tokyo", weekly: [1] }, timers: { close: null, open: 2 } };
    const differing = changed(fields, before, after);
    expect(differing.map(({ name }) => name)).toEqual(["hours.zone", "timers.close"]);
    expect(bodyOf(differing, after)).toEqual({ hours: after.hours, timers: { close: null } });
    expect(newDraft(fields)).toEqual({ name: "", hours: { zone: "" }, timers: { close: "" } });
  });
});

describe("faults", () => {
  it("belong to the field whose name they begin with", () => {
    const faults = ["name", "names", "rules[0].when", "rules[1]", ""].map((field) => ({ field, detail: field }));
    const fields = (found: typeof faults) => found.map(({ field }) => field);
    expect(fields(faultsWithin(faults, "rules"))).toEqual(["rules[0].when", "rules[1]"]);
    expect(fields(unplaced(faults, ["name", "rules"]))).toEqual(["names", ""]);
  });
});

describe("the builder", () => {
  const one: Structure = { kind: "compare", field: "context.tier", operator: "equal", value: "gold" };
  const has: Structure = { kind: "exists", field: "context.order" };
  it.each<[string, Structure]>([
    ["nothing", { kind: "always" }],
    ["all of two", { kind: "all", of: [one, has] }],
    ["any within all", { kind: "all", of: [has, { kind: "any", of: [one, has] }] }],
    ["never", { kind: "not", of: { kind: "always" } }],
    ["none of two", { kind: "not", of: { kind: "any", of: [one, has] } }],
    ["two fields", { kind: "any", of: [{ kind: "compareFields", field: "a.b", operator: "less", other: "c.d" }, has] }],
  ])("gives back %s as it was", (_, structure) => {
    expect(structureOf(groupOf(structure))).toEqual(structure);
  });

  it.each<[string, Structure]>([
    ["a comparison", one],
    ["no value", { kind: "not", of: has }],
    ["none of values", { kind: "not", of: { kind: "in", field: "a.b", values: ["x", 1] } }],
    ["does not contain", { kind: "not", of: { kind: "contains", field: "a.b", text: "x" } }],
    ["a comparison turned round", { kind: "not", of: one }],
  ])("shows %s as one line, which is a group of one", (_, structure) => {
    const back = structureOf(groupOf(structure));
    expect(JSON.stringify(back)).toContain(JSON.stringify(structure.kind === "not" ? structure.of : structure));
  });
});

describe("the week", () => {
  it("draws what goes past midnight on both days", () => {
    const night = [{ days: ["sunday" as const], from: "22:00", to: "02:00" }];
    expect(blocksOf(night, "sunday")).toEqual([{ from: 1320, to: 1440 }]);
    expect(blocksOf(night, "monday")).toEqual([{ from: 0, to: 120 }]);
    expect(blocksOf([{ days: ["friday"], from: "00:00", to: "24:00" }], "friday")).toEqual([{ from: 0, to: 1440 }]);
    expect(blocksOf([{ days: ["friday"], from: "", to: "" }], "friday")).toEqual([]);
  });
});

describe("small words", () => {
  it.each([
    [0, "s"],
    [1_500, "s"],
    [90_000, "s"],
    [120_000, "min"],
    [7_200_000, "h"],
    [172_800_000, "d"],
  ])("%i ms are told in %s", (milliseconds, unit) => {
    expect(unitOf(milliseconds)).toBe(unit);
  });

  it("facts are read line by line", () => {
    expect(contextOf("tier = gold\n\nnonsense\n order=7=8 ")).toEqual({ tier: "gold", order: "7=8" });
  });

  it("what differs is told by its path, the rest not at all", () => {
    const before = { id: "1", version: 1, name: "A", settings: { zone: "UTC", max: 3 }, tags: ["x"] };
    const after = { id: "1", version: 2, name: "A", settings: { zone: "UTC", max: 4 }, tags: ["x", "y"] };
    expect(differences(before, after)).toEqual([
      { path: "settings.max", before: "3", after: "4" },
      { path: "tags", before: "x", after: "x, y" },
    ]);
    expect(differences({}, { name: "A" })).toEqual([{ path: "name", before: undefined, after: "A" }]);
  });
});
