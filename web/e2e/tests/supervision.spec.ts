// A supervisor looks in, takes part, and moves other people's conversations, one and many.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../src/api.ts";
import { DESKTOP, openBrowser, PHONE, Workspace } from "../src/browser.ts";
import { type Server, startServer, type User } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { makeAgent, makeTeam, type Team } from "../src/team.ts";

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
  const inMail = width.replace(" ", "");
  let team: Team;
  let second: User & { name: string };
  let sue: Workspace;
  let desk: Workspace;
  let other: Workspace;

  beforeAll(async () => {
    team = await makeTeam(server);
    second = await makeAgent(team.admin, {
      name: `Omar ${width}`,
      email: `omar-${inMail}@team.example`,
      role: "agent",
    });
    const sueHerself = { name: `Sue ${width}`, email: `sue-${inMail}@team.example`, role: "supervisor" } as const;
    const supervisor = await makeAgent(team.admin, sueHerself);
    desk = await Workspace.signIn(browser, server, team.agent);
    sue = await Workspace.signIn(browser, server, supervisor, viewport);
  });
  afterAll(async () => {
    for (const workspace of [sue, desk, other]) await workspace?.page.context().close();
  });

  it("monitors unseen, joins announced, and leaves", async () => {
    const customer = `Una ${width}`;
    const chat = await team.startChat({ widgetId: team.liveChat, name: customer, text: "Can you hear me?" });
    await desk.accept(customer);
    await sue.lookInto(customer);
    await sue.supervise("Monitor");
    await sue.page.getByText("You read along. Neither the agent nor the customer is told.").waitFor();
    await sue.messages.getByText("Can you hear me?").waitFor();
    expect(await sue.page.getByRole("textbox", { name: /^Write/ }).count()).toBe(0);
    expect(await desk.page.getByRole("list", { name: "Taking part" }).count()).toBe(0);
    await chat.say("Hello?");
    await sue.messages.getByText("Hello?").waitFor();
    await expectSound(sue.page);
    expect((await chat.messages()).map(({ event }) => event)).not.toContain("agent_joined");

    await sue.supervise("Join");
    await desk.page.getByText(`Sue ${width} has joined the conversation.`).waitFor();
    await sue.send("I am with you.");
    await desk.messages.getByText("I am with you.").waitFor();
    await eventually(async () => (await chat.messages()).some(({ text }) => text === "I am with you."));
    await expectSound(sue.page);
    await sue.button("Leave").click();
    await desk.page.getByRole("list", { name: "Taking part" }).waitFor({ state: "detached" });
    await desk.finish();
  });

  it("transfers within the queue: the former agent stays until the other has accepted", async () => {
    const customer = `Tom ${width}`;
    const chat = await team.startChat({ widgetId: team.liveChat, name: customer, text: "Still there?" });
    await desk.accept(customer);
    const members = [team.agent.id, second.id];
    await team.admin.request("PUT", `/api/v1/queues/${team.queueId}/members`, { body: { members } });
    other = await Workspace.signIn(browser, server, second);
    await sue.lookInto(customer);
    await sue.supervise("Transfer");
    const dialog = sue.page.getByRole("dialog", { name: "Transfer conversation" });
    await dialog.getByRole("radio", { name: new RegExp(second.name) }).check();
    await expectSound(sue.page);
    await dialog.getByRole("button", { name: "Transfer", exact: true }).click();
    await other.offer(customer).waitFor();
    await desk.page.getByText(`You stay at hand until ${second.name} has accepted.`).waitFor();
    await other.accept(customer);
    await eventually(async () => (await team.find(chat.id)).activeAgentId === second.id);
    await desk.page.getByRole("list", { name: "Taking part" }).waitFor({ state: "detached" });
  });

  it("closes for good, after a question", async () => {
    const customer = `Tom ${width}`;
    await sue.lookInto(customer);
    await sue.supervise("Force close");
    const question = sue.page.getByRole("alertdialog", { name: `Close the conversation with ${customer}?` });
    await expectSound(sue.page);
    await question.getByRole("button", { name: "Close it" }).click();
    await sue.page.getByText("This conversation is closed.").first().waitFor();
    await other.page.getByText("This conversation is closed.").first().waitFor();
  });

  it("assigns what waits, regardless of presence where she says so", async () => {
    const customer = `Ola ${width}`;
    await desk.setPresence("Do not disturb");
    await other.setPresence("Do not disturb");
    const chat = await team.startChat({ widgetId: team.liveChat, name: customer, text: "Anybody?" });
    await sue.lookInto(customer);
    await sue.supervise("Assign");
    const dialog = sue.page.getByRole("dialog", { name: "Assign conversation" });
    const agent = dialog.getByRole("radio", { name: new RegExp(team.agent.name) });
    expect(await agent.isDisabled()).toBe(true);
    await dialog.getByLabel("Regardless of presence and capacity").check();
    await agent.check();
    await expectSound(sue.page);
    await dialog.getByRole("button", { name: "Assign", exact: true }).click();
    await desk.accept(customer);
    await eventually(async () => (await team.find(chat.id)).accepted);
  });

  it("moves many at once, and is told of each what came of it", async () => {
    const texts = [`Bea ${width}`, `Bob ${width}`];
    for (const name of texts) await team.startChat({ widgetId: team.liveChat, name, text: "Hi" });
    await sue.button("Ongoing").click();
    await sue.button("Select").click();
    for (const name of [`Ola ${width}`, ...texts]) await sue.page.getByLabel(`Select: ${name}`).check();
    const bar = sue.page.getByRole("region", { name: "Selected conversations" });
    await bar.getByText("3 selected").waitFor();
    await expectSound(sue.page);
    await bar.getByRole("button", { name: "Assign" }).click();
    const dialog = sue.page.getByRole("dialog", { name: "Assign 3 conversations" });
    await dialog.getByLabel("Regardless of presence and capacity").check();
    await dialog.getByRole("radio", { name: new RegExp(second.name) }).check();
    await dialog.getByRole("button", { name: "Assign", exact: true }).click();
    const outcome = sue.page.getByRole("dialog", { name: "Done with 2 of 3 conversations" });
    await outcome.getByText(/^Not done: ./).waitFor();
    await expectSound(sue.page);
    await outcome.getByRole("button", { name: "Close" }).click();
    await bar.getByText("1 selected").waitFor();
    for (const name of texts) await other.offer(name).waitFor();

    await bar.getByRole("button", { name: "Close" }).click();
    await sue.page.getByRole("alertdialog").getByRole("button", { name: "Close them" }).click();
    await sue.page.getByRole("dialog", { name: "Done with 1 conversation" }).waitFor();
    await sue.page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await sue.button("Done").click();
  });

  it("finds only what the organisation has switched on", async () => {
    const set = (assign: boolean) =>
      team.admin.request("PATCH", "/api/v1/organization", { body: { settings: { supervisors: { assign } } } });
    await set(false);
    await sue.button("Select").click();
    const bar = sue.page.getByRole("region", { name: "Selected conversations" });
    await bar.getByRole("button", { name: "Assign" }).waitFor({ state: "detached" });
    expect(await bar.getByRole("button", { name: "Transfer" }).count()).toBe(1);
    await set(true);
    await bar.getByRole("button", { name: "Assign" }).waitFor();
  });
});
