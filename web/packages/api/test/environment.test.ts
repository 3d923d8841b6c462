import { expect, test } from "vitest";
import { timeOrderedId } from "../src/environment";

test("ids are UUIDs of version 7 that sort by the time at which they were made, and none is made twice", () => {
  const ids = [0, 1, 255, 256, 1_795_392_000_000, 1_795_392_000_001].map((nowMs) => timeOrderedId(nowMs));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => timeOrderedId(1))).size).toBe(1000);
  const [time, rest] = timeOrderedId(1_795_392_000_000).split("-");
  expect(Number.parseInt(`${time}${rest}`, 16)).toBe(1_795_392_000_000);
});
