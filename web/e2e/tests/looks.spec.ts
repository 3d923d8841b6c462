// An agent's day by keyboard alone: in each language's direction and at each width, every screen of it sound in every
// theme; at 200 % nothing is cut off.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eventually } from "../src/api.ts";
import { DESKTOP, openBrowser, PHONE } from "../src/browser.ts";
import { type Server, startServer, type User } from "../src/server.ts";
import { expectNothingCut, expectSoundInEveryTheme } from "../src/sound.ts";
import { makeAgent, makeTeam, type Team } from "../src/team.ts";

/** 1440 × 900 at a zoom of 200 %. */
const ZOOMED = { width: 720, height: 450 };

// A whole day in three themes: long, also where the machine is busy.
vi.setConfig({ testTimeout: 180_000 });

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each([
  ["English at 1440 px", "en-GB", DESKTOP],
  ["Arabic at 1440 px", "ar", DESKTOP],
  ["English at 390 px", "en-GB", PHONE],
  ["German at 200 %", "de-DE", ZOOMED],
] as const)("%s", (words, locale, viewport) => {
  it("an agent's day is sound in every theme, and goes by keyboard alone", async () => {
    const team = await makeTeam(server);
    const page = await openIn(locale, viewport);
    const check = async () => {
      await expectSoundInEveryTheme(page);
      await expectNothingCut(page);
    };
    await signInByKeys(page, team.agent, check);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(locale === "ar" ? "rtl" : "ltr");
    await check();
    await workByKeys(page, team, `Zoe ${words}`, check);
    await page.context().close();
  });
});

it("advice is asked and given, and a conversation handed on, by keyboard alone", async () => {
  const team = await makeTeam(server);
  const colleague = await makeAgent(team.admin, { name: "Bo Adviser", email: "bo@adviser.example", role: "agent" });
  const page = await openIn("en-GB", DESKTOP);
  const other = await openIn("en-GB", DESKTOP);
  await signInByKeys(page, team.agent);
  await signInByKeys(other, colleague);
  const chat = await team.startChat({ widgetId: team.liveChat, name: "Ida Keys", text: "Which one fits?" });
  await page.getByRole("group", { name: /Ida Keys/ }).waitFor();
  await page.keyboard.press("a");
  await composer(page).waitFor();
  await leaveComposer(page);
  await page.keyboard.press("c");
  await choosePerson(page, "Bo Adviser");
  await other.getByRole("group", { name: "Advice wanted: Ida Keys" }).waitFor();
  await other.keyboard.press("a");
  await other.getByText("Which one fits?").last().waitFor();
  await leaveComposer(page);
  await page.keyboard.press("t");
  await choosePerson(page, "Bo Adviser");
  await other.getByRole("group", { name: /^New conversation: Ida Keys/ }).waitFor();
  await leaveComposer(other);
  await other.keyboard.press("a");
  await eventually(async () => (await team.find(chat.id)).activeAgentId === colleague.id);
  // Whoever advised wrote notes, and goes on with them until they say otherwise.
  await eventually(async () => {
    await leaveComposer(other);
    await other.keyboard.press("r");
    return other.getByRole("textbox", { name: "Write to the customer" }).isVisible();
  });
  await Promise.all([page.context().close(), other.context().close()]);
});

it("every screen of administration is sound in every theme", async () => {
  const administrator = server.users.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("the demonstration has no administrator");
  const page = await openIn("en-GB", DESKTOP);
  await signInByKeys(page, administrator);
  await page.goto(`${server.url}/administration`);
  const links = page.locator('nav a[href^="/administration/"]');
  await links.first().waitFor();
  const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  for (const path of new Set(paths)) {
    await page.goto(server.url + path);
    await page.locator(`a[href="${path}"][aria-current="page"]`).first().waitFor();
    await page.waitForLoadState("networkidle");
    await expectSoundInEveryTheme(page);
  }
  await page.context().close();
});

async function openIn(locale: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale, reducedMotion: "reduce" });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

const composer = (page: Page) => page.locator("#conversation [data-mode] textarea");

async function signInByKeys(page: Page, who: User, check?: () => Promise<void>): Promise<void> {
  await page.goto(server.url);
  await page.locator('input[type="email"]').waitFor();
  await check?.();
  await focusByTab(page, 'input[type="email"]');
  await page.keyboard.type(who.email);
  await focusByTab(page, 'input[type="password"]');
  await page.keyboard.type(who.password);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => "Microsoft" in window);
  await page.locator("[data-row], h2").first().waitFor();
}

/** Offer, reply, note, questions to whom, keys, routing, wrap-up, closed list. */
async function workByKeys(page: Page, team: Team, name: string, check: () => Promise<void>): Promise<void> {
  const chat = await team.startChat({ widgetId: team.liveChat, name, text: "Do you deliver to Rügen? هل توصلون؟" });
  await page.getByRole("group", { name: new RegExp(name) }).waitFor();
  await check();
  await page.keyboard.press("a");
  await composer(page).waitFor();
  await eventually(() => composer(page).evaluate((field) => field === document.activeElement));
  await page.keyboard.type("Yes, twice a week.");
  await page.keyboard.press("Enter");
  await eventually(async () => (await chat.messages()).at(-1)?.text === "Yes, twice a week.");
  await leaveComposer(page);
  await page.keyboard.press("n");
  await eventually(() => page.locator('[data-mode="internal"] textarea').evaluate((f) => f === document.activeElement));
  await page.keyboard.type("Asks from an island.");
  await page.keyboard.press("Enter");
  await page.getByRole("log").getByText("Asks from an island.").waitFor();
  expect((await chat.messages()).at(-1)?.text).toBe("Yes, twice a week.");
  await check();
  for (const key of ["c", "t", "w", "?", "Control+k"]) {
    await leaveComposer(page);
    await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
    await check();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await leaveComposer(page);
  await page.keyboard.press("Shift+E");
  await eventually(async () => (await team.find(chat.id)).status === "wrap_up");
  await check();
  await leaveComposer(page);
  await page.keyboard.press("Shift+E");
  await eventually(async () => (await team.find(chat.id)).status === "closed");
  await page.keyboard.press("3");
  await page.locator("[data-row]", { hasText: name }).waitFor();
  await check();
}

/** In the dialog that asks to whom: the one row that matches, then the button that does it. */
async function choosePerson(page: Page, name: string): Promise<void> {
  await page.getByRole("dialog").waitFor();
  await focusByTab(page, '[role="dialog"] input[type="search"], [role="dialog"] [role="searchbox"]');
  await page.keyboard.type(name);
  await page.getByRole("radio", { name }).waitFor();
  await focusByTab(page, '[role="dialog"] input[type="radio"]');
  await page.keyboard.press("Space");
  await focusByTab(page, '[role="dialog"] button.fui-Button:last-of-type');
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Out of the field, where letters are written, by a step back. */
async function leaveComposer(page: Page): Promise<void> {
  const writing = () => page.evaluate(() => document.activeElement?.tagName === "TEXTAREA");
  for (let step = 0; step < 3 && (await writing()); step += 1) await page.keyboard.press("Shift+Tab");
}

async function focusByTab(page: Page, selector: string): Promise<void> {
  const focused = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let step = 0; step < 60; step += 1) {
    if (await focused()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}
