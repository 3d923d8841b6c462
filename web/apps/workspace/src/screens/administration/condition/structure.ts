/**
 * A condition as nested objects, as the server reads and writes it, and how a builder takes it apart: groups and
 * comparisons, each of which may be turned round. Pure.
 */
export type Value = string | number | boolean | { time: string };
export type Operator = "equal" | "notEqual" | "less" | "lessOrEqual" | "greater" | "greaterOrEqual";

export type Structure =
  | { kind: "always" }
  | { kind: "all" | "any"; of: Structure[] }
  | { kind: "not"; of: Structure }
  | { kind: "compare"; field: string; operator: Operator; value: Value }
  | { kind: "compareFields"; field: string; operator: Operator; other: string }
  | { kind: "in"; field: string; values: Value[] }
  | { kind: "contains" | "startsWith" | "endsWith"; field: string; text: string }
  | { kind: "exists"; field: string };

export interface KnownField {
  name: string;
  type: "text" | "number" | "boolean" | "time" | "choice" | "open";
  choices?: string[];
}

export interface KnownFields {
  fields: KnownField[];
  namespaces: KnownField[];
}

/** What a line of the builder says about its field. */
export type Test =
  | Operator
  | "in"
  | "notIn"
  | "contains"
  | "notContains"
  | "startsWith"
  | "endsWith"
  | "exists"
  | "notExists";

export type Group = { kind: "group"; joins: "all" | "any"; not: boolean; parts: Part[] };
export type Line = { kind: "line"; field: string; test: Test; value: Value; values: Value[]; other: string | null };
export type Part = Group | Line;

const ordered: readonly Test[] = ["equal", "notEqual", "less", "lessOrEqual", "greater", "greaterOrEqual"];
const texty: readonly Test[] = ["contains", "notContains", "startsWith", "endsWith"];
const presence: readonly Test[] = ["exists", "notExists"];

export function testsOf(type: KnownField["type"]): readonly Test[] {
  if (type === "choice" || type === "boolean") return ["equal", "notEqual", "in", "notIn", ...presence];
  if (type === "number" || type === "time") return [...ordered, ...presence];
  return ["equal", "notEqual", "in", "notIn", ...texty, ...(type === "open" ? ordered.slice(2) : []), ...presence];
}

/** The field as the schema knows it; names in an open namespace are all there. */
export function knownField(name: string, known: KnownFields): KnownField | undefined {
  const found = known.fields.find((field) => field.name === name);
  if (found) return found;
  const namespace = known.namespaces.find((one) => name.startsWith(`${one.name}.`) || name.startsWith(`${one.name}[`));
  return namespace && { ...namespace, name };
}

export const always: Group = { kind: "group", joins: "all", not: false, parts: [] };

export function emptyLine(field: string, type: KnownField["type"]): Line {
  return { kind: "line", field, test: "equal", value: emptyValue(type), values: [], other: null };
}

export function emptyValue(type: KnownField["type"], choices: readonly string[] = []): Value {
  if (type === "number") return 0;
  if (type === "boolean") return true;
  if (type === "time") return { time: "2026-01-01T00:00:00Z" };
  return choices[0] ?? "";
}

/** For the builder; the whole is a group. */
export function groupOf(structure: Structure): Group {
  const part = partOf(structure);
  return part.kind === "group" ? part : { ...always, parts: [part] };
}

function partOf(structure: Structure): Part {
  switch (structure.kind) {
    case "always":
      return always;
    case "all":
    case "any":
      return { kind: "group", joins: structure.kind, not: false, parts: structure.of.map(partOf) };
    case "not":
      return turned(partOf(structure.of));
    case "compare":
      return { ...emptyLine(structure.field, "text"), test: structure.operator, value: structure.value };
    case "compareFields":
      return { ...emptyLine(structure.field, "text"), test: structure.operator, other: structure.other };
    case "in":
      return { ...emptyLine(structure.field, "text"), test: "in", values: structure.values };
    case "exists":
      return { ...emptyLine(structure.field, "text"), test: "exists" };
    default:
      return { ...emptyLine(structure.field, "text"), test: structure.kind, value: structure.text };
  }
}

const opposites: Partial<Record<Test, Test>> = {
  in: "notIn",
  notIn: "in",
  contains: "notContains",
  notContains: "contains",
  exists: "notExists",
  notExists: "exists",
};

/** The other way round, in words of the builder where it has them. */
function turned(part: Part): Part {
  if (part.kind === "group") return { ...part, not: !part.not };
  const opposite = opposites[part.test];
  return opposite ? { ...part, test: opposite } : { ...always, not: true, parts: [part] };
}

export function structureOf(part: Part): Structure {
  if (part.kind === "line") return lineStructure(part);
  const of = part.parts.map(structureOf);
  const group: Structure = of.length === 0 ? { kind: "always" } : { kind: part.joins, of };
  return part.not ? { kind: "not", of: group } : group;
}

function lineStructure({ field, test, value, values, other }: Line): Structure {
  switch (test) {
    case "in":
      return { kind: "in", field, values };
    case "contains":
    case "startsWith":
    case "endsWith":
      return { kind: test, field, text: String(value) };
    case "exists":
      return { kind: "exists", field };
    case "notIn":
    case "notContains":
    case "notExists":
      return {
        kind: "not",
        of: lineStructure({ field, test: opposites[test] as Test, value, values, other, kind: "line" }),
      };
    default:
      return other === null
        ? { kind: "compare", field, operator: test, value }
        : { kind: "compareFields", field, operator: test, other };
  }
}
