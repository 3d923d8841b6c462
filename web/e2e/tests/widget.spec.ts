// The widget on somebody else's page: the product's snippet under a strict policy, what it asks first, what the page can
// do with it and hears of it, its looks and languages.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../src/api.ts";
import { DESKTOP, openBrowser, openPage, PHONE, Workspace } from "../src/browser.ts";
import { type Site, servePage } from "../src/other-site.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { makeTeam, type Team } from "../src/team.ts";

let server: Server;
let browser: Browser;
let team: Team;
const sites: Site[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  team = await makeTeam(server);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(sites.map((site) => site.close()));
  await server?.stop();
});

const QUESTIONS = [
  { name: "Name", text: "What may we call you?", required: true },
  { name: "topic", text: "What is it about?", kind: "options", options: ["Orders", "Books"], required: true },
  { name: "terms", text: "I agree to the terms", kind: "consent", required: true, link: "https://shop.example/terms" },
];

function setUp(change: object): Promise<unknown> {
  return team.admin.request("PATCH", `/api/v1/widgets/${team.liveChat}`, { body: change });
}

/** A shop's page that lets in nothing but itself and the widget's server. */
async function openShop(attributes = "", viewport = DESKTOP, locale?: string): Promise<Page> {
  const { host } = new URL(server.url);
  const policy = `default-src 'none'; script-src ${server.url} 'sha256-x'; connect-src ${server.url} ws://${host}`;
  const tag = `<script id="Microsoft_Omnichannel_LCWidget" src="${server.url}/widget/loader.js"
    data-app-id="${team.liveChat}" data-org-id="${server.organizationId}" data-org-url="${server.url}" ${attributes}></script>`;
  const site = await servePage(
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Shop</title><body><main><h1>Shop</h1></main>${tag}`,
  );
  sites.push(site);
  const page = await openPage(browser, viewport);
  // What the page hears.
  await page.addInitScript((language) => {
    const heard: [string, unknown][] = [];
    Object.assign(window, { heard });
    if (language) Object.defineProperty(navigator, "language", { get: () => language });
    const names =
      "ready error startChat chatQueued chatRetrieved threadUpdate closeChat onClose onMinimize onMaximize onMessageReceived onMessageSent";
    for (const name of names.split(" ")) {
      window.addEventListener(`lcw:${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
    }
  }, locale);
  await page.goto(site.origin);
  await eventually(async () => (await heard(page)).some(([name]) => name === "ready"));
  return page;
}

type Heard = [string, { channelData?: { tags: string[] } } | null][];
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard }).heard);

/** A method of the SDK, without arguments or with plain ones. */
function ask(page: Page, method: string, ...given: unknown[]): Promise<unknown> {
  return page.evaluate(
    ([name, values]) => {
      type Sdk = Record<string, (...values: unknown[]) => unknown>;
      const page = window as unknown as { Microsoft: { Omnichannel: { LiveChatWidget: { SDK: Sdk } } } };
      return page.Microsoft.Omnichannel.LiveChatWidget.SDK[name as string]?.(...(values as unknown[]));
    },
    [method, given] as const,
  );
}

async function hears(page: Page, name: string, tag?: string): Promise<void> {
  const fits = ([heardName, detail]: Heard[number]) =>
    heardName === name && (tag === undefined || detail?.channelData?.tags.includes(tag) === true);
  await eventually(async () => (await heard(page)).some(fits));
}

/** The newest conversation of the team's widget. */
async function newest(name: string) {
  return eventually(async () => {
    type Page = { items: { id: string; customerName: string }[] };
    const { items } = await team.api.get<Page>("/api/v1/conversations", { view: "open" });
    const found = items.find(({ customerName }) => customerName === name);
    return found && team.find(found.id);
  });
}

beforeEach(() => setUp({ preChat: [], transcriptDownload: true, surveyUrl: "https://survey.example/1" }));

describe("on a page of another site with a strict policy", () => {
  it("the product's snippet asks, chats, tells the page, and moves nothing on it", async () => {
    await setUp({ preChat: QUESTIONS });
    const page = await openShop('data-hide-chat-button="true"');
    const before = await page.evaluate(() => document.querySelector("main")?.getBoundingClientRect().toJSON());
    await ask(page, "startChat", { customContext: { basket: { value: 3, isDisplayable: true } } });
    await hears(page, "startChat");
    await expectSound(page);
    await page.getByLabel("What may we call you?").fill("Vera");
    await page.getByLabel("What is it about?").selectOption("Books");
    await page.getByRole("button", { name: "Start chat" }).click();
    // The browser says what is missing: the consent.
    expect((await heard(page)).map(([name]) => name)).not.toContain("chatQueued");
    await page.getByLabel("I agree to the terms").check();
    await page.getByRole("button", { name: "Start chat" }).click();
    await hears(page, "chatQueued");

    const conversation = await newest("Vera");
    const answers = conversation.preChat?.map(({ question, answer }) => [question, answer]);
    expect(answers).toEqual([
      ["What may we call you?", "Vera"],
      ["What is it about?", "Books"],
      ["I agree to the terms", "true"],
    ]);
    expect(conversation.context).toContainEqual({ name: "basket", value: "3" });
    expect(await page.evaluate(() => document.querySelector("main")?.getBoundingClientRect().toJSON())).toEqual(before);
    await page.getByRole("textbox", { name: "Your message" }).fill("Is it in print?");
    await page.getByRole("textbox", { name: "Your message" }).press("Enter");
    await hears(page, "onMessageSent");

    await ask(page, "closeChat");
    await hears(page, "closeChat");
    await hears(page, "onClose");
    await eventually(async () => (await team.find(conversation.id)).status !== "open");
    await setUp({ preChat: [] });
    await page.context().close();
  });

  it("an agent's answer is told to the page, a reload finds the chat again, and the page hears its end", async () => {
    const desk = await Workspace.signIn(browser, server, team.agent);
    const page = await openShop("");
    await page.getByRole("button", { name: "Open chat" }).click();
    await hears(page, "onMaximize");
    const field = page.getByRole("textbox", { name: "Your message" });
    await field.fill("Hello?");
    await field.press("Enter");
    await hears(page, "chatQueued");
    await desk.accept("Visitor");
    await desk.send("Good morning!");
    await hears(page, "onMessageReceived", "agentaccepted");
    await hears(page, "onMessageReceived", "public");
    await page.reload();
    await hears(page, "chatRetrieved");
    expect((await heard(page)).map(([name]) => name)).not.toContain("onMessageReceived");
    // Closed, so that the next word is counted on the button.
    await desk.send("Are you there?");
    await page.getByRole("button", { name: "Open chat, 1 unread message" }).click();
    await page.getByRole("log").getByText("Are you there?").waitFor();
    await page.getByText(`You are chatting with ${team.agent.name}.`).waitFor();
    const saved = page.waitForEvent("download");
    await page.getByLabel("More").click();
    await expectSound(page);
    await page.getByRole("button", { name: "Save the conversation" }).click();
    expect((await saved).suggestedFilename()).toBe("chat.txt");
    await desk.button("End").click();
    await hears(page, "threadUpdate");
    await hears(page, "onMessageReceived", "agentendconversation");
    const survey = page.getByRole("link", { name: "Tell us how it was" });
    expect(await survey.getAttribute("href")).toBe("https://survey.example/1?lang=en");
    for (const open of [page, desk.page]) await open.context().close();
  });

  it("an invitation is shown and leads into the chat", async () => {
    const page = await openShop("");
    await ask(page, "startProactiveChat", { message: "Still looking for something?" });
    await page.getByText("Still looking for something?").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Chat now" }).click();
    await hears(page, "chatQueued");
    await ask(page, "closeChat");
    await hears(page, "onClose");
    await page.context().close();
  });
});

describe("its looks", () => {
  it.each([
    ["de", "Ihre Nachricht", "ltr"],
    ["ar", "رسالتك", "rtl"],
  ])("speak %s", async (locale, field, direction) => {
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await openShop('data-open="true"', viewport, locale);
      await page.getByRole("textbox", { name: field }).waitFor();
      expect(await page.locator("frontdesk-chat .root").getAttribute("dir")).toBe(direction);
      await expectSound(page);
      await page.context().close();
    }
  });

  it("are dark where the visitor's system is", async () => {
    const page = await openShop('data-open="true"');
    await page.emulateMedia({ colorScheme: "dark" });
    const panel = page.locator(".panel");
    expect(await panel.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgb(31, 31, 31)");
    await expectSound(page);
    await page.context().close();
  });

  it("say when nobody is there, and take the button away where that is wanted", async () => {
    const weekly = [{ days: ["monday"], from: "00:00", to: "00:01", everyWeeks: 50, anchorDate: "2030-01-07" }];
    const hours = { name: "Hardly ever", hours: { timeZone: "UTC", weekly } };
    const { id } = await team.admin.post<{ id: string }>("/api/v1/operating-hours", hours);
    await setUp({ operatingHoursId: id, offlineText: "We are on holiday." });
    const page = await openShop('data-open="true"');
    await page.getByText("We are on holiday.").waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    await setUp({ onlyDuringHours: true });
    const other = await openShop("");
    expect(await other.getByRole("button").count()).toBe(0);
    await setUp({ operatingHoursId: null, onlyDuringHours: false });
    for (const open of [page, other]) await open.context().close();
  });
});
