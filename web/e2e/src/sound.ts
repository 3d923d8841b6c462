// What every screen owes everybody: no accessibility fault that a program can find, and no sideways scrolling.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { runScript } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fluent's focus catchers: empty, and whoever reaches one is moved on at once. */
const NOT_FOR_PEOPLE = "[data-tabster-dummy]";

/** Faults as `rule: element`, shadow roots included. */
async function faults(page: Page): Promise<string[]> {
  await runScript(page, AXE);
  return page.evaluate(
    async ([values, excluded]) => {
      type Result = { violations: { id: string; nodes: { target: unknown }[] }[] };
      type Axe = { run(context: object, options: object): Promise<Result> };
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run({ exclude: [[excluded]] }, { runOnly: { type: "tag", values } });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
    },
    [RULES, NOT_FOR_PEOPLE] as const,
  );
}

export async function expectSound(page: Page): Promise<void> {
  expect(await faults(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
