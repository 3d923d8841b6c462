// An agent asks a colleague for advice: both sides and the customer, each in their browser.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../src/api.ts";
import { DESKTOP, openBrowser, PHONE, Visitor, Workspace } from "../src/browser.ts";
import { type Server, startServer, type User } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { type Chat, makeAgent, makeTeam, type Team } from "../src/team.ts";

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
  const name = `Mary ${width}`;
  const customer = `Carla ${width}`;
  let team: Team;
  let colleague: User & { name: string };
  let desk: Workspace;
  let adviser: Workspace;
  let chat: Chat;

  beforeAll(async () => {
    team = await makeTeam(server);
    const email = `mary-${width.replace(" ", "")}@team.example`;
    colleague = await makeAgent(team.admin, { name, email, role: "agent" });
    desk = await Workspace.signIn(browser, server, team.agent, viewport);
    adviser = await Workspace.signIn(browser, server, colleague, viewport);
    chat = await team.startChat({ widgetId: team.liveChat, name: customer, text: "Can I return it after 40 days?" });
    await desk.accept(customer);
  });
  afterAll(async () => {
    await desk?.page.context().close();
    await adviser?.page.context().close();
  });

  async function ask(): Promise<void> {
    await desk.button("Ask a colleague for advice").click();
    const dialog = desk.page.getByRole("dialog", { name: "Ask for advice" });
    await dialog.getByLabel("Search agents").fill(name);
    await dialog.getByRole("radio", { name: new RegExp(name) }).check();
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  }

  it("the colleague is asked, can say no, and the agent hears it", async () => {
    await ask();
    await desk.page.getByText(`${name} has been asked for advice…`).waitFor();
    const card = adviser.invitation(customer);
    await card.getByText(`${team.agent.name} asks for your advice`).waitFor();
    await expectSound(adviser.page);
    await card.getByRole("button", { name: "Reject" }).click();
    await card.waitFor({ state: "detached" });
    await desk.page.getByText(`${name} cannot advise you about ${customer} now.`).waitFor();
    expect(await adviser.row(customer).count()).toBe(0);
  });

  it("accepted, they read along and write to one another, and the customer hears nothing of it", async () => {
    await ask();
    await adviser.invitation(customer).getByRole("button", { name: "Accept" }).click();
    await adviser.messages.getByText("Can I return it after 40 days?").waitFor();
    await adviser.page.getByText(`You advise ${team.agent.name}. The customer does not see you.`).waitFor();
    expect(await adviser.sendBox.count()).toBe(0);

    await desk.page.getByRole("tab", { name: "Private" }).click();
    await desk.writeTo(name, "May I?");
    await adviser.messages.getByText("May I?").waitFor();
    await adviser.writeTo(team.agent.name, "Up to 60 days");
    await desk.messages.getByText("Up to 60 days").waitFor();
    await chat.say("Hello?");
    await adviser.messages.getByText("Hello?").waitFor();
    await expectSound(desk.page);
    await expectSound(adviser.page);
    const heard = (await chat.messages()).map(({ text }) => text);
    expect(heard).toContain("Hello?");
    expect(heard).not.toContain("May I?");
    expect(heard).not.toContain("Up to 60 days");
  });

  it("added to the chat, the colleague writes to the customer too", async () => {
    await desk.button(`Add to chat: ${name}`).click();
    await adviser.page.getByRole("tab", { name: "Reply" }).click();
    await adviser.send("You have 60 days.");
    await desk.messages.getByText("You have 60 days.").waitFor();
    await eventually(async () => (await chat.messages()).some(({ text }) => text === "You have 60 days."));
    await expectSound(adviser.page);
  });

  it("ended, its session closes and the colleague is told", async () => {
    await desk.button(`End consult: ${name}`).click();
    await adviser.page.getByText(`The consult about ${customer} has ended.`).waitFor();
    await adviser.messages.waitFor({ state: "detached" });
    expect(await adviser.row(customer).count()).toBe(0);
    await desk.page.getByRole("tab", { name: "Note" }).waitFor();
  });

  it("the colleague leaves of their own accord, and finds their way back after a reload before that", async () => {
    await ask();
    await adviser.invitation(customer).getByRole("button", { name: "Accept" }).click();
    await adviser.messages.waitFor();
    await adviser.page.evaluate(() => sessionStorage.clear());
    await adviser.page.goto(server.url);
    await adviser.page.getByRole("region", { name: "With colleagues" }).waitFor();
    await expectSound(adviser.page);
    await adviser.row(customer).click();
    await adviser.button("Leave").click();
    await adviser.messages.waitFor({ state: "detached" });
    await desk.page.getByText(`${name} no longer advises you about ${customer}.`).waitFor();
    await desk.page.getByRole("tab", { name: "Reply" }).click();
    await desk.send("Goodbye");
    await desk.finish();
  });
});

describe("a queue", () => {
  it("is asked, and whoever has most room is invited", async () => {
    const team = await makeTeam(server);
    const desk = await Workspace.signIn(browser, server, team.agent);
    const second = await makeAgent(team.admin, { name: "Rosa Parks", email: "rosa@team.example", role: "agent" });
    await team.admin.post("/api/v1/queues", { name: "Experts", members: [second.id] });
    const adviser = await Workspace.signIn(browser, server, second);
    const visitor = await Visitor.open(browser, server, team.liveChat);
    await visitor.send("A hard question");
    await desk.accept("Visitor");
    await desk.button("Ask a colleague for advice").click();
    const dialog = desk.page.getByRole("dialog", { name: "Ask for advice" });
    await dialog.getByRole("tab", { name: "Queues" }).click();
    await dialog.getByRole("radio", { name: /Experts/ }).check();
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await adviser.invitation("Visitor").getByRole("button", { name: "Accept" }).click();
    await adviser.messages.getByText("A hard question").waitFor();
    for (const { page } of [desk, adviser, visitor]) await page.context().close();
  });
});
