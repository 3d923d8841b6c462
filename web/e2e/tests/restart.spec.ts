// The server is killed and comes back: neither side loses, doubles or reorders anything.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "../src/api.ts";
import { openBrowser, Visitor, Workspace } from "../src/browser.ts";
import { type Server, startServer } from "../src/server.ts";
import { makeTeam, type Team } from "../src/team.ts";

let server: Server;
let browser: Browser;
let team: Team;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  team = await makeTeam(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The words of both sides on a visitor's screen. */
const said = (visitor: Visitor) =>
  visitor.page
    .locator(".message .text")
    .evaluateAll((lines) => lines.map((line) => line.textContent?.split(": ").at(-1)));

it("a chat goes on after the server was killed, with what both wrote meanwhile, each once and in order", async () => {
  const desk = await Workspace.signIn(browser, server, team.agent);
  const visitor = await Visitor.open(browser, server, team.persistentChat);
  await visitor.send("one");
  await desk.button("Accept").click();
  await desk.messages.getByText("one").waitFor();
  await desk.send("two");
  await visitor.messages.getByText("two").waitFor();

  await server.kill();
  await visitor.page.getByText("No connection.").waitFor();
  await visitor.send("three");
  await visitor.delivery("three").filter({ hasText: "Sending" }).waitFor();
  await server.start();

  await visitor
    .delivery("three")
    .filter({ hasText: /^(Sent|Delivered|Read)$/ })
    .waitFor();
  await desk.messages.getByText("three").waitFor();
  await desk.send("four");
  await visitor.messages.getByText("four").waitFor();
  expect(await said(visitor)).toEqual(["one", "two", "three", "four"]);
});

it("a visitor's page that is loaded anew shows the whole conversation", async () => {
  const visitor = await Visitor.open(browser, server, team.liveChat);
  await visitor.send("before");
  await visitor.delivery("before").filter({ hasText: "Sent" }).waitFor();
  await visitor.page.reload();
  await visitor.messages.getByText("before").waitFor();
  await visitor.send("after");
  await eventually(async () => (await said(visitor)).length === 2);
  expect(await said(visitor)).toEqual(["before", "after"]);
});

it("a chat works where WebSockets are blocked", async () => {
  const { page } = await Visitor.open(browser, server, team.liveChat);
  await page.context().close();
  const context = await browser.newContext({ locale: "en-GB" });
  await context.addInitScript(() => {
    window.WebSocket = class extends EventTarget {
      onclose: ((event: unknown) => void) | null = null;
      constructor() {
        super();
        setTimeout(() => this.onclose?.({ code: 1006 }));
      }
      close() {}
    } as unknown as typeof WebSocket;
  });
  const blocked = await context.newPage();
  await blocked.goto(`${server.url}/chat/${team.persistentChat}`);
  await blocked.getByRole("textbox", { name: "Your message" }).fill("By long-poll");
  await blocked.keyboard.press("Enter");
  const id = await eventually(async () => {
    type Open = { items: { id: string; lastMessage: { text: string } | null }[] };
    const { items } = await team.api.get<Open>("/api/v1/conversations", { view: "mine" });
    return items.find(({ lastMessage }) => lastMessage?.text === "By long-poll")?.id;
  });
  await team.api.post(`/api/v1/conversations/${id}/accept`);
  await team.api.post(`/api/v1/conversations/${id}/messages`, { text: "Heard you" });
  await blocked.getByText("Heard you").waitFor();
  await context.close();
});
