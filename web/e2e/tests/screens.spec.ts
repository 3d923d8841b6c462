// What every screen owes everybody: no accessibility fault that a program can find, and a width of 390 px.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../src/api.ts";
import { DESKTOP, openBrowser, openPage, PHONE, Visitor, Workspace } from "../src/browser.ts";
import { servePage } from "../src/other-site.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { makeTeam } from "../src/team.ts";

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
  ["1440 px", DESKTOP],
  ["390 px", PHONE],
])("at %s", (width, viewport) => {
  it("signing in is sound", async () => {
    const page = await openPage(browser, viewport);
    await page.goto(server.url);
    await page.getByLabel("E-mail address").waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it("lists, an offer and a conversation are sound, and can be worked with", async () => {
    const team = await makeTeam(server);
    const desk = await Workspace.signIn(browser, server, team.agent, viewport);
    await desk.showList("My");
    await expectSound(desk.page);
    const name = `Zoe ${width}`;
    const chat = await team.startChat({ widgetId: team.liveChat, name, text: "Hello there" });
    await desk.offer(name).waitFor();
    await expectSound(desk.page);
    await desk.accept(name);
    await desk.send("Hello Zoe");
    await desk.messages.getByText("Hello Zoe").waitFor();
    await expectSound(desk.page);
    expect((await chat.messages()).at(-1)?.text).toBe("Hello Zoe");
    await desk.button("End").click();
    await expectSound(desk.page);
    await desk.page.context().close();
  });

  it("the visitor's chat is sound, and can be worked with", async () => {
    const team = await makeTeam(server);
    const visitor = await Visitor.open(browser, server, team.persistentChat, viewport);
    await expectSound(visitor.page);
    await visitor.send("Hello from a small screen");
    await visitor.delivery("Hello from a small screen").filter({ hasText: "Sent" }).waitFor();
    await expectSound(visitor.page);
    if (viewport === PHONE) {
      const panel = await visitor.page.getByRole("dialog").boundingBox();
      expect(panel).toMatchObject({ x: 0, y: 0, width: PHONE.width, height: PHONE.height });
    }
    await visitor.page.keyboard.press("Escape");
    await visitor.page.getByRole("dialog").waitFor({ state: "detached" });
    const opener = visitor.page.getByRole("button", { name: /^Open chat/ });
    // The focus comes back with the next paint, not with the panel's end.
    await eventually(() => opener.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button));
    await visitor.page.context().close();
  });
});

describe("the widget on somebody's page", () => {
  it("comes by its loader from another origin, leaves the page alone, and opens for its scripts", async () => {
    const team = await makeTeam(server);
    const loader = `<script src="${server.url}/widget/loader.js" data-widget-id="${team.liveChat}" async></script>`;
    const shop = await servePage(`<title>Shop</title><h1>Shop</h1>${loader}`);
    const page = await openPage(browser);
    await page.goto(shop.origin);
    await page.getByRole("button", { name: "Open chat" }).waitFor();
    expect(await page.evaluate(() => [document.cookie, document.head.querySelectorAll("style, link").length])).toEqual([
      "",
      0,
    ]);
    await page.evaluate(() => (window as unknown as { frontdeskChat: { open(): void } }).frontdeskChat.open());
    await page.getByText("Welcome! How can we help?").waitFor();
    await page.context().close();
    await shop.close();
  });
});
