// Pictures of every screen, for a critical eye: 1440 and 390 px, light and dark, Arabic once; lists of 0, 1 and many, and
// names too long for their place. Written beside the README's pictures, never committed.

import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { DESKTOP, PHONE } from "./browser.ts";
import type { Server, User } from "./server.ts";
import { makeTeam, type Team } from "./team.ts";

const LONG = "Wilhelmina-Alexandra von Hohenzollern-Sigmaringen und zu Lichtenfels-Oberbrunn";
const LONG_TEXT =
  "Guten Tag, ich habe vor drei Wochen das Ecksofa in Dünengrau bestellt, bisher aber weder eine Lieferbestätigung noch eine Rechnung erhalten. https://example.com/orders/a-very-long-address-that-does-not-break/2026/11/23";

interface Look {
  name: string;
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
  locale: string;
}

const LOOKS: readonly Look[] = [
  { name: "1440-light", viewport: DESKTOP, colorScheme: "light", locale: "en-GB" },
  { name: "1440-dark", viewport: DESKTOP, colorScheme: "dark", locale: "en-GB" },
  { name: "390-light", viewport: PHONE, colorScheme: "light", locale: "en-GB" },
  { name: "390-dark", viewport: PHONE, colorScheme: "dark", locale: "en-GB" },
  { name: "1440-arabic", viewport: DESKTOP, colorScheme: "light", locale: "ar" },
];

/** Answers how many there are. */
export async function shootGallery(browser: Browser, server: Server, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const look of LOOKS) {
    const { viewport, colorScheme, locale } = look;
    const context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: "reduce" });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const shoot = async (screen: string) => {
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `${folder}${screen}-${look.name}.png` });
      count += 1;
    };
    await agentScreens(page, server, await makeTeam(server), shoot);
    await page.context().clearCookies();
    const administrator = server.users.find(({ role }) => role === "administrator");
    if (administrator) await administratorScreens(page, server, administrator, shoot);
    await context.close();
  }
  return count;
}

type Shoot = (screen: string) => Promise<void>;

async function agentScreens(page: Page, server: Server, team: Team, shoot: Shoot): Promise<void> {
  await page.goto(server.url);
  await page.locator('input[type="email"]').waitFor();
  await shoot("sign-in");
  await signIn(page, server, team.agent);
  await shoot("inbox-none");
  const texts = ["Hello!", LONG_TEXT];
  for (const [at, name] of ["Mikkel Holm", LONG].entries()) {
    const chat = await team.startChat({ widgetId: team.liveChat, name, text: texts[at] ?? "" });
    await page.getByRole("group", { name: new RegExp(name) }).waitFor();
    await shoot(at === 0 ? "offer" : "offer-long-name");
    await page.locator("body").press("Control+k");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name, level: 2 }).waitFor();
    if (at === 0) await chat.say("Which of your sofas survives two cats?");
    await shoot(at === 0 ? "conversation" : "conversation-long-name");
  }
  for (let number = 1; number <= 30; number += 1) {
    await team.startChat({ widgetId: team.pickedChat, name: `Customer ${number}`, text: `Question ${number}` });
  }
  await outOfField(page);
  await page.keyboard.press("2");
  await page.locator("[data-row]", { hasText: "Customer 3" }).first().waitFor();
  await shoot("inbox-many");
  for (const [screen, key] of Object.entries({ consult: "c", transfer: "t", why: "w", shortcuts: "?" })) {
    await outOfField(page);
    await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
    await shoot(screen);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await shoot("palette");
  await page.keyboard.press("Escape");
  await outOfField(page);
  await page.keyboard.press("n");
  await page.locator('[data-mode="internal"] textarea').waitFor();
  await shoot("note");
  await outOfField(page);
  await page.keyboard.press("Shift+E");
  await page.locator('[data-mode="internal"] textarea').waitFor();
  await shoot("wrap-up");
}

async function administratorScreens(page: Page, server: Server, who: User, shoot: Shoot): Promise<void> {
  await signIn(page, server, who);
  await page.locator("body").press("4");
  await page.locator("[data-row]").first().waitFor();
  await shoot("ongoing");
  await page.goto(`${server.url}/administration`);
  const links = page.locator('nav a[href^="/administration/"]');
  await links.first().waitFor();
  const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  for (const path of new Set(paths)) {
    await page.goto(server.url + path);
    await page.locator("main h2").last().waitFor();
    await shoot(path.slice(1).replaceAll("/", "-"));
  }
}

async function signIn(page: Page, server: Server, who: User): Promise<void> {
  await page.goto(server.url);
  await page.locator('input[type="email"]').fill(who.email);
  await page.locator('input[type="password"]').fill(who.password);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => "Microsoft" in window);
}

const outOfField = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
