// Quick replies in the workspace: shared by an administrator, kept by an agent, inserted without a mouse.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, openBrowser, PHONE, Workspace } from "../src/browser.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { type Chat, makeTeam, type Team } from "../src/team.ts";

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
  let team: Team;
  let desk: Workspace;
  let chat: Chat;

  beforeAll(async () => {
    team = await makeTeam(server);
    const text = "Good morning {FirstName{Customer}},\nthis is {FullName{Agent}}.{OCContext.nothing}";
    const share = (title: string, words: string, tags: string[]) =>
      team.admin.post("/api/v1/quick-replies", { title: `${title} ${width}`, text: words, tags });
    await share("Greeting", text, ["hello"]);
    await share("Refund", "The money is on its way.", ["money"]);
    desk = await Workspace.signIn(browser, server, team.agent, viewport);
    const customer = `Greta Garbo ${width}`;
    chat = await team.startChat({ widgetId: team.liveChat, name: customer, text: "Hello?" });
    await desk.accept(customer);
  });
  afterAll(async () => {
    await desk?.page.context().close();
  });

  const options = () => desk.page.getByRole("listbox", { name: "Quick replies" }).getByRole("option");
  const type = (keys: string) => desk.sendBox.pressSequentially(keys);

  it("one is found by its title, looked at, filled in and sent", async () => {
    await type(`/greeting ${width}`);
    await options().first().getByText(`Greeting ${width}`).waitFor();
    await desk.page.getByText(`this is ${team.agent.name}.`).waitFor();
    await expectSound(desk.page);
    await desk.sendBox.press("Enter");
    const filled = `Good morning Greta,\nthis is ${team.agent.name}.`;
    expect(await desk.sendBox.inputValue()).toBe(filled);
    await desk.sendBox.press("Enter");
    await desk.messages.getByText("Good morning Greta,").waitFor();
    expect((await chat.messages()).at(-1)?.text).toBe(filled);
  });

  it("one of one's own is added from the list, found by its tag and inserted within what is written", async () => {
    await type("/");
    await options().last().waitFor();
    await desk.sendBox.press("ArrowUp");
    await desk.sendBox.press("Enter");
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByText("You have none yet.").waitFor();
    await expectSound(desk.page);
    await dialog.getByRole("button", { name: "New quick reply" }).press("Enter");
    await dialog.getByLabel("Title").fill("My bye");
    await dialog.getByRole("textbox", { name: "Text" }).fill("Bye, {FirstName{Customer}}");
    await dialog.getByLabel("Tags").fill("#parting");
    await expectSound(desk.page);
    await dialog.getByRole("button", { name: "Save" }).press("Enter");
    await dialog.getByRole("button", { name: "Edit: My bye" }).waitFor();
    await desk.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await desk.sendBox.fill("Well.  Ada");
    for (let step = 0; step < " Ada".length; step += 1) await desk.sendBox.press("ArrowLeft");
    await type("/q #part");
    await options().first().getByText("My bye").waitFor();
    await desk.sendBox.press("Tab");
    await type("!");
    expect(await desk.sendBox.inputValue()).toBe("Well. Bye, Greta! Ada");
    await desk.sendBox.fill("");
  });

  it("/tq opens the transfer to a queue, and Esc leads back", async () => {
    await type("/tq");
    await options().first().getByText("Transfer to a queue").waitFor();
    await desk.sendBox.press("Enter");
    const dialog = desk.page.getByRole("dialog", { name: "Transfer conversation" });
    await dialog.getByRole("tab", { name: "Queues", selected: true }).waitFor();
    await desk.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await desk.sendBox.inputValue()).toBe("");
  });
});
