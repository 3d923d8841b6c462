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
      type Result = {
        violations: { id: string; nodes: { target: unknown; html: string; failureSummary: string }[] }[];
      };
      type Axe = { run(context: object, options: object): Promise<Result> };
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run({ exclude: [[excluded]] }, { runOnly: { type: "tag", values } });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html, failureSummary }) => `${id}: ${String(target)}: ${html} ${failureSummary}`),
      );
    },
    [RULES, NOT_FOR_PEOPLE] as const,
  );
}

export async function expectSound(page: Page): Promise<void> {
  expect(await faults(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** As the system may ask for it; the workspace follows at once. */
const THEMES = {
  light: { colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  dark: { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  "high contrast": { colorScheme: "dark", contrast: "more", forcedColors: "none" },
} as const;

export async function expectSoundInEveryTheme(page: Page): Promise<void> {
  const found: string[] = [];
  for (const [theme, media] of Object.entries(THEMES)) {
    await page.emulateMedia(media);
    await isDrawn(page, media.colorScheme);
    found.push(...(await faults(page)).map((fault) => `${theme}: ${fault}`));
  }
  expect(found).toEqual([]);
  await expectNoSidewaysScroll(page);
}

/** The theme has changed, and what changes with it has been painted. */
async function isDrawn(page: Page, colorScheme: string): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.style.colorScheme === wanted, colorScheme);
  // A colour that is handed down changes level by level, each with a transition of its own.
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let calm = 0; calm < 3; ) {
      await frame();
      calm = document.getAnimations().some((one) => one instanceof CSSTransition) ? 0 : calm + 1;
    }
  });
}

/** Words that are wider or higher than the box that holds them, unless it scrolls or says the whole in a tooltip. */
export async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const hides = (style: CSSStyleDeclaration) => /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
    const unseen = (element: Element) => element.closest(".visually-hidden, [aria-hidden=true], [hidden]") !== null;
    const own = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    return [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => own(element) && !unseen(element) && element.clientWidth > 1)
      .filter((element) => {
        const style = getComputedStyle(element);
        if (!hides(style) || style.textOverflow === "ellipsis") return false;
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2;
      })
      .map((element) => `${element.tagName.toLowerCase()}: ${element.textContent?.trim().slice(0, 60)}`);
  });
  expect(cut).toEqual([]);
}
