// An administrator builds by clicking what a visitor then chats through; and what every screen of administration owes everybody.

import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, openBrowser, openPage, PHONE, Workspace } from "../src/browser.ts";
import { servePage } from "../src/other-site.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { makeTeam, type Team } from "../src/team.ts";

let server: Server;
let browser: Browser;
let team: Team;
let ada: Workspace;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  team = await makeTeam(server);
  const administrator = server.users.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("the demonstration has no administrator");
  ada = await Workspace.signIn(browser, server, administrator);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function show(screen: string): Promise<void> {
  if ((await ada.page.getByRole("navigation", { name: "Administration" }).count()) === 0) {
    await ada.button("Administration").click();
  }
  const link = ada.page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: screen });
  await link.click();
  await ada.page.getByRole("heading", { name: screen, level: 2 }).waitFor();
}

const text = (name: string, within: Locator | Workspace["page"] = ada.page) =>
  within.getByRole("textbox", { name: new RegExp(`^${name}`) });
const choice = (name: string, within: Locator | Workspace["page"] = ada.page) =>
  within.getByRole("combobox", { name: new RegExp(`^${name}`) });

/** Presses Create, and waits for what was made to be shown. */
async function create(name: string): Promise<void> {
  await ada.button("Create").click();
  await ada.page.getByRole("heading", { name, level: 2 }).waitFor();
}

describe("an administrator", () => {
  it("builds a queue, a workstream, a rule and a widget, and a visitor chats through them", async () => {
    await show("Queues");
    await ada.button("New queue").click();
    await text("Name").fill("Parcels back");
    await choice("Agents").click();
    await ada.page.getByRole("option", { name: team.agent.name }).click();
    await create("Parcels back");

    await show("Workstreams");
    await ada.button("New workstream").click();
    await text("Name").fill("Shop chat");
    await choice("Fallback queue").selectOption("Orders & delivery");
    await create("Shop chat");

    await show("Rules");
    await ada.button("New ruleset").click();
    await text("Name").fill("Where it goes");
    await choice("Workstream").selectOption("Shop chat");
    await choice("What its rules do").selectOption("Route to a queue");
    await ada.button("Add rule").click();
    await text("Name of the rule").fill("Returns");
    await ada.button("Add condition").click();
    await choice("Field").selectOption("context.");
    await text("Name in context").fill("topic");
    await text("Value").fill("returns");
    await ada.page.getByText('context.topic == "returns"').waitFor();
    await choice("Queue").selectOption("Parcels back");
    await create("Where it goes");

    await text("Context").fill("topic = returns");
    await ada.button("Try").click();
    await ada.page.getByText("Would wait in Parcels back.").waitFor();
    await expectSound(ada.page);

    await show("Chat widgets");
    await ada.button("New widget").click();
    await text("Name").fill("Shop");
    await choice("Workstream").selectOption("Shop chat");
    await text("Title").fill("The shop");
    await text("Greeting").fill("What can we do for you?");
    await create("Shop");
    const snippet = await ada.page.getByRole("textbox", { name: "Snippet" }).inputValue();

    const desk = await Workspace.signIn(browser, server, team.agent);
    const topic = `<script>window.frontdeskChat = { context: { topic: "returns" } }</script>`;
    const shop = await servePage(`<!doctype html><title>Shop</title><h1>Shop</h1>${topic}${snippet}`);
    const visitor = await openPage(browser);
    await visitor.goto(shop.origin);
    await visitor.getByRole("button", { name: "Open chat" }).click();
    await visitor.getByText("What can we do for you?").waitFor();
    const field = visitor.getByRole("textbox", { name: "Your message" });
    await field.fill("I want to send a parcel back");
    await field.press("Enter");
    await desk.accept("Visitor");
    await desk.page.getByText("Parcels back").first().waitFor();
    await desk.send("With pleasure.");
    await visitor.getByText("With pleasure.").waitFor();
    await desk.finish();
    for (const page of [visitor, desk.page]) await page.context().close();
    await shop.close();
  });

  it("changes a rule as text, and is told at once what is wrong with it", async () => {
    await show("Rules");
    await ada.page.getByRole("link", { name: "Where it goes" }).click();
    await ada.page.getByRole("button", { name: /^1\. Returns/ }).click();
    await ada.page.getByRole("tab", { name: "As text" }).click();
    const condition = ada.page.getByRole("textbox", { name: "Condition as text" });
    await condition.fill('conversation.titel.contains("back")');
    await ada.page.getByText(/conversation\.title/).waitFor();
    await ada.button("Save").click();
    await ada.page
      .getByText("Some fields need another look.")
      .or(ada.page.getByText(/could not be saved/))
      .waitFor();
    await condition.fill('conversation.title.contains("back") && has(context.order)');
    await ada.page.getByText("The condition is right.").waitFor();
    await ada.page.getByRole("tab", { name: "Build" }).click();
    expect(await ada.page.getByRole("combobox", { name: "Field" }).count()).toBe(2);
    await ada.button("Save").click();
    await ada.page.getByText("Saved.").waitFor();
  });

  it("reads in the audit log what became of what", async () => {
    await show("Audit log");
    await ada.page.getByRole("button", { name: /Ruleset “Where it goes” changed/ }).click();
    await ada.page.getByRole("columnheader", { name: "Before" }).waitFor();
    await expectSound(ada.page);
  });

  it("is told by whom a queue is used that cannot be deleted", async () => {
    await show("Queues");
    await ada.page.getByRole("link", { name: "Parcels back" }).click();
    await ada.button("Delete").click();
    const question = ada.page.getByRole("alertdialog");
    await question.getByRole("button", { name: "Delete" }).click();
    await question.getByText(/in use by .*Where it goes/).waitFor();
    await expectSound(ada.page);
    await question.getByRole("button", { name: "Cancel" }).click();
  });
});

const screens: readonly (readonly [string, string])[] = [
  ["Queues", "queues/new"],
  ["Agents", "agents/new"],
  ["Skills", "skills/new"],
  ["Workstreams", "workstreams/new"],
  ["Rules", "rulesets/new"],
  ["Capacity profiles", "capacity-profiles/new"],
  ["Presences", "presences/new"],
  ["Operating hours", "operating-hours/new"],
  ["Chat widgets", "widgets/new"],
  ["Quick replies", "quick-replies/new"],
  ["Session templates", "session-templates/new"],
  ["Notification templates", "notification-templates/new"],
  ["Organisation", "organization"],
  ["API tokens", "tokens"],
];

it.each(screens)("%s is sound at 1440 and 390 px", async (name, path) => {
  await ada.page.setViewportSize(DESKTOP);
  await show(name);
  await ada.page.waitForLoadState("networkidle");
  await expectSound(ada.page);
  await ada.page.setViewportSize(PHONE);
  await expectSound(ada.page);
  await ada.page.goto(`${server.url}/administration/${path}`);
  await ada.page.getByRole("heading", { level: 2 }).last().waitFor();
  await expectSound(ada.page);
  await ada.page.setViewportSize(DESKTOP);
  await expectSound(ada.page);
});
