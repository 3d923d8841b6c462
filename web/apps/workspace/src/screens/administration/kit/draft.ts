/** Reads, writes and compares a form's values by dotted paths. Pure. */
import type { Draft, FieldSpec } from "./noun";

export function readPath(draft: Draft, path: string): unknown {
  let value: unknown = draft;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

export function writePath(draft: Draft, path: string, value: unknown): Draft {
  const [step = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...draft, [step]: value };
  const inner = draft[step];
  const record = typeof inner === "object" && inner !== null ? (inner as Draft) : {};
  return { ...draft, [step]: writePath(record, rest.join("."), value) };
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function newDraft(fields: readonly FieldSpec[]): Draft {
  return fields.reduce<Draft>((draft, { name, initial }) => writePath(draft, name, initial), {});
}

/** Which fields differ. */
export function changed(fields: readonly FieldSpec[], before: Draft, after: Draft): FieldSpec[] {
  return fields.filter(({ name }) => !isSame(readPath(before, name), readPath(after, name)));
}

/** A body with these fields alone. */
export function bodyOf(fields: readonly FieldSpec[], draft: Draft): Draft {
  return fields.reduce<Draft>((body, { name, sentIn = name }) => {
    const value = readPath(draft, sentIn);
    return value === undefined ? body : writePath(body, sentIn, value);
  }, {});
}

/** Fields that must be filled in and are not. */
export function missing(fields: readonly FieldSpec[], draft: Draft): FieldSpec[] {
  return fields.filter(({ name, required, shown }) => {
    if (!required || (shown && !shown(draft))) return false;
    const value = readPath(draft, name);
    if (typeof value === "string") return value.trim() === "";
    return value === null || value === undefined || Number.isNaN(value) || (Array.isArray(value) && value.length === 0);
  });
}
