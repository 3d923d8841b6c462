/** What differs between a piece as it was and as it became, path by path. Pure. */
export interface Difference {
  path: string;
  before: string | undefined;
  after: string | undefined;
}

type Json = unknown;

/** Lists of pieces are told whole: which entry became which cannot be known. */
export function differences(before: Json, after: Json, path = ""): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isRecord(before) || isRecord(after)) {
    const names = new Set([...Object.keys(asRecord(before)), ...Object.keys(asRecord(after))]);
    return [...names].flatMap((name) =>
      ignored.has(name) && path === ""
        ? []
        : differences(asRecord(before)[name], asRecord(after)[name], path === "" ? name : `${path}.${name}`),
    );
  }
  return [{ path, before: shown(before), after: shown(after) }];
}

/** They say nothing of what was meant. */
const ignored = new Set(["id", "version", "createdAt"]);

function shown(value: Json): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value) && value.every((entry) => typeof entry !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}

const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asRecord = (value: Json): Record<string, Json> => (isRecord(value) ? value : {});
