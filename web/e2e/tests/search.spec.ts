// Search through what was said, from the field over the lists to the message in its conversation.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { eventually } from "../src/api.ts";
import { DESKTOP, openBrowser, PHONE, Workspace } from "../src/browser.ts";
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
  it("a closed conversation is found by what was said in it, and opens there", async () => {
    const team = await makeTeam(server);
    const desk = await Workspace.signIn(browser, server, team.agent, viewport);
    const name = `Selma ${width}`;
    await team.startChat({ widgetId: team.liveChat, name, text: "My <i>crème brûlée</i> torch is broken" });
    await desk.accept(name);
    await desk.send("A new torch is on its way");
    await desk.messages.getByText("A new torch").waitFor();
    await desk.finish();

    const field = desk.page.getByRole("searchbox", { name: "Search all conversations" });
    if (viewport === DESKTOP) {
      await desk.page.keyboard.press("/");
      await eventually(() => field.evaluate((input) => input === document.activeElement));
      await desk.page.keyboard.type("brulee tor");
    } else {
      await field.fill("brulee tor");
    }
    const hit = desk.page.getByRole("button", {
      name: new RegExp(`^Open ${name}: ${name}: My <i>crème brûlée</i> torch`),
    });
    await hit.waitFor();
    await expectSound(desk.page);
    await field.press("Tab");
    await hit.focus();
    await desk.page.keyboard.press("Enter");
    await desk.page.getByRole("heading", { name, level: 2 }).waitFor();
    await desk.messages.getByText("My <i>crème brûlée</i> torch is broken").waitFor();

    await desk.page.context().close();
  });
});
