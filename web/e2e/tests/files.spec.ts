// A file each way, between a real browser and another, and what is refused on the way.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Visitor, Workspace } from "../src/browser.ts";
import { type Server, startServer } from "../src/server.ts";
import { makeTeam, type Team } from "../src/team.ts";

/** One red pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const pdf = Buffer.from("%PDF-1.7\nan invoice");
const nasty = "<img src=x onerror=alert(1)>.pdf";

let server: Server;
let browser: Browser;
let team: Team;
let desk: Workspace;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  team = await makeTeam(server);
  desk = await Workspace.signIn(browser, server, team.agent);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe("files", () => {
  it("go each way, are shown or saved, and are refused in plain words", async () => {
    const visitor = await Visitor.open(browser, server, team.liveChat);
    // The first thing said may be a file.
    const chosen = visitor.page.locator("input[type=file]");
    await chosen.setInputFiles({ name: "setup.exe", mimeType: "application/x-msdownload", buffer: pdf });
    await visitor.page.getByText("Files such as setup.exe cannot be sent.").waitFor();
    await chosen.setInputFiles({ name: "broken-lamp.png", mimeType: "image/png", buffer: png });
    await visitor.page.getByRole("button", { name: "Remove broken-lamp.png" }).waitFor();
    await visitor.page.getByRole("button", { name: "Send" }).click();
    await visitor.messages.getByRole("img", { name: "broken-lamp.png" }).waitFor();

    await desk.accept("Visitor");
    const picture = desk.messages.getByRole("img", { name: "broken-lamp.png" });
    await picture.waitFor();
    const drawn = () => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
    await expect.poll(drawn).toBe(true);

    const files = desk.page.locator("[data-files]");
    await files.setInputFiles({ name: "fake.png", mimeType: "image/png", buffer: Buffer.from("just words") });
    await desk.page.getByText("The content of the file is not what its name says.").waitFor();
    await desk.page.getByRole("button", { name: "Remove fake.png" }).click();
    await files.setInputFiles({ name: nasty, mimeType: "application/pdf", buffer: pdf });
    await desk.page.getByText("1 kB").or(desk.page.getByText("19 B")).first().waitFor();
    await desk.send("Here is the invoice");

    const card = visitor.messages.getByRole("button", { name: nasty });
    await card.waitFor();
    expect(await visitor.messages.locator("img[src=x]").count()).toBe(0);
    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.messages.getByRole("button", { name: nasty }).click(),
    ]);
    expect(await (await download.createReadStream()).toArray()).toEqual([pdf]);

    // All of it is there after a reload.
    await visitor.page.reload();
    await visitor.page.getByRole("img", { name: "broken-lamp.png" }).waitFor();
    await visitor.page.close();
  });
});
