// "Why is this waiting?" and "Why you?": the reasons as an agent reads them, and that they follow what changes.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, openBrowser, PHONE, Workspace } from "../src/browser.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { makeTeam, type Team } from "../src/team.ts";

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

/** "Why you?" of the conversation that is shown. */
async function askAboutOwn(desk: Workspace) {
  await desk.button("More actions").click();
  await desk.page.getByRole("menuitem", { name: "Why you?" }).click();
  return desk.page.getByRole("dialog", { name: "Why you?" });
}

describe.each([
  ["1440 px", DESKTOP],
  ["390 px", PHONE],
])("at %s", (width, viewport) => {
  let team: Team;
  let desk: Workspace;

  beforeAll(async () => {
    team = await makeTeam(server);
    desk = await Workspace.signIn(browser, server, team.agent, viewport);
  });
  afterAll(() => desk?.page.context().close());

  it("what waits says who stands in the way and what would have to change, and then why it came to whom", async () => {
    const name = `Wanda ${width}`;
    await desk.setPresence("Do not disturb");
    await team.startChat({ widgetId: team.liveChat, name, text: "Anyone there?" });
    await desk.showList("Open");
    await desk.row(name).waitFor();
    await desk.button(`Why is ${name} waiting?`).click();
    const why = desk.page.getByRole("dialog", { name: "Why is this waiting?" });
    await why.getByText("Nobody can take it now.").first().waitFor();
    await why
      .getByText(/^1 does not want to be disturbed\.$/)
      .first()
      .waitFor();
    await why.getByText(new RegExp(`${team.agent.name} becomes available`)).waitFor();
    await why.getByText("Next in Team").waitFor();
    await expectSound(desk.page);
    await desk.page.keyboard.press("Escape");
    await why.waitFor({ state: "detached" });

    await desk.setPresence("Available");
    await desk.accept(name);
    const answer = await askAboutOwn(desk);
    await answer.getByText("You had the most capacity free of those who could take it.").first().waitFor();
    await answer.getByText("Nobody else could take it.").waitFor();
    await answer.getByText("To you", { exact: true }).waitFor();
    await expectSound(desk.page);
    await answer.getByRole("button", { name: "Close" }).click();
    await desk.finish();
  });

  it("what one picked says so, and counts nobody who could have taken it", async () => {
    const name = `Piet ${width}`;
    await team.startChat({ widgetId: team.pickedChat, name, text: "Please call me back" });
    await desk.showList("Open");
    await desk.button(`Why is ${name} waiting?`).click();
    const why = desk.page.getByRole("dialog", { name: "Why is this waiting?" });
    await why.getByText("It waits until somebody picks it: it is not pushed to anyone.").waitFor();
    await why.getByText("1 is free for it").waitFor();
    await why.getByRole("button", { name: "Close" }).click();
    await desk.button(`Assign to me: ${name}`).click();
    await desk.isOpen(name);
    const answer = await askAboutOwn(desk);
    await answer.getByText("You picked it yourself.").waitFor();
    await answer.getByText("Routing did not choose here.").waitFor();
    expect(await answer.getByText("could take it").count()).toBe(0);
    await answer.getByRole("button", { name: "Close" }).click();
    await desk.finish();
  });
});
