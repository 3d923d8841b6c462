// An agent and a visitor, each in their browser, from the first word to the last.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../src/api.ts";
import { openBrowser, Visitor, Workspace } from "../src/browser.ts";
import { type Server, startServer } from "../src/server.ts";
import { makeTeam, type Team } from "../src/team.ts";

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

const statusOf = async (id: string) => (await team.find(id)).status;

/** The id that the visitor's browser remembers. */
async function conversationOf(visitor: Visitor): Promise<string> {
  const id = () =>
    visitor.page.evaluate(() => {
      const kept = Object.entries(localStorage).find(([key]) => key.startsWith("frontdesk.chat."));
      return kept && (JSON.parse(kept[1]).conversationId as string | undefined);
    });
  return eventually(id);
}

describe("a live chat", () => {
  it("is offered, accepted, held, ended and closed, and both sides see each step", async () => {
    const visitor = await Visitor.open(browser, server, team.liveChat);
    await visitor.page.getByText("Welcome! How can we help?").waitFor();
    await visitor.send("My parcel is late");
    const id = await conversationOf(visitor);

    // Offered with a countdown; the lists do not hold it as one's own work yet taken.
    await desk.offer("Visitor").getByText("My parcel is late").waitFor();
    await desk.accept("Visitor");
    await desk.messages.getByText("My parcel is late").waitFor();
    await visitor.page.getByText("has joined the chat.").waitFor();
    await visitor.page.getByText(`You are chatting with ${team.agent.name}.`).waitFor();

    // What the visitor wrote is on the agent's screen, so it is read.
    await visitor.delivery("My parcel is late").filter({ hasText: "Read" }).waitFor();

    // Typing, both ways.
    await visitor.field.pressSequentially("I am");
    await desk.page.getByText("is typing…").first().waitFor();
    await desk.sendBox.pressSequentially("Let me");
    await visitor.page.getByText(`${team.agent.name} is typing…`).waitFor();

    // Messages, both ways, with ticks.
    await desk.send("Let me look that up");
    await visitor.messages.getByText("Let me look that up").waitFor();
    await desk.messages
      .getByText(/^Read$/)
      .or(desk.messages.getByLabel("Read"))
      .first()
      .waitFor();
    await visitor.send("I am waiting");
    await desk.messages.getByText("I am waiting").waitFor();

    // End goes to wrap-up, closing the session closes it.
    await desk.button("End").click();
    await visitor.page.getByText("This chat has ended.").first().waitFor();
    expect(await statusOf(id)).toBe("wrap_up");
    await desk.showList("My");
    await desk.button("Close").first().click();
    await eventually(async () => (await statusOf(id)) === "closed");
    await desk.showList("Closed");
    await desk.page.getByText("I am waiting").first().waitFor();
    await visitor.page.context().close();
  });

  it("goes back to its queue when the agent leaves with X", async () => {
    const chat = await team.startChat({ widgetId: team.liveChat, name: "Noor", text: "Hello?" });
    await desk.accept("Noor");
    await desk.leave();
    await eventually(async () => (await statusOf(chat.id)) === "open");
    await desk.showList("Open");
    await desk.button("Assign to me: Noor").click();
    await desk.isOpen("Noor");
    await desk.finish();
    await eventually(async () => (await statusOf(chat.id)) === "closed");
  });

  it("that is rejected waits in the open list, and can be taken from there", async () => {
    const chat = await team.startChat({ widgetId: team.liveChat, name: "Ines", text: "Anyone?" });
    await desk.offer("Ines").getByRole("button", { name: "Reject" }).click();
    await desk.showList("Open");
    await desk.row("Ines").waitFor();
    await desk.button("Assign to me: Ines").click();
    await eventually(async () => (await team.find(chat.id)).accepted);
    await desk.finish();
    await eventually(async () => (await statusOf(chat.id)) === "closed");
  });

  it("is ended by the visitor after a question", async () => {
    const visitor = await Visitor.open(browser, server, team.liveChat);
    await visitor.send("Never mind");
    const id = await conversationOf(visitor);
    await visitor.page.getByRole("button", { name: "End chat" }).click();
    await visitor.page.getByRole("alertdialog").getByRole("button", { name: "End chat" }).click();
    await visitor.page.getByText("This chat has ended.").first().waitFor();
    expect(await statusOf(id)).toBe("closed");
    await visitor.page.getByRole("button", { name: "Start a new chat" }).click();
    await visitor.field.waitFor();
    await visitor.page.context().close();
  });
});

describe("a persistent chat", () => {
  it("waits for the customer after X, and comes back with their next message", async () => {
    const chat = await team.startChat({ widgetId: team.persistentChat, name: "Omar", text: "About my order" });
    await desk.accept("Omar");
    await desk.leave();
    await eventually(async () => (await statusOf(chat.id)) === "waiting");
    await desk.showList("My");
    await desk.row("Omar").waitFor();
    await chat.say("One more thing");
    await desk.offer("Omar").waitFor();
    await desk.accept("Omar");
    await desk.messages.getByText("One more thing").waitFor();
    await desk.finish();
    await eventually(async () => (await statusOf(chat.id)) === "closed");
  });
});

describe("presence", () => {
  it("is not Offline for whoever has just signed in to the demonstration", async () => {
    const own = server.users[0];
    if (!own) throw new Error("the demonstration has no users");
    const workspace = await Workspace.signIn(browser, server, own);
    await workspace.page.getByRole("button", { name: /^Presence: (Available|Busy)$/ }).waitFor();
    await workspace.page.context().close();
  });

  it("that the agent chooses is kept, and keeps offers away", async () => {
    const presence = () => team.api.get<{ base: string }>("/api/v1/agents/me/presence");
    await desk.setPresence("Do not disturb");
    await eventually(async () => (await presence()).base === "do_not_disturb");
    const chat = await team.startChat({ widgetId: team.liveChat, name: "Pia", text: "Hello?" });
    await desk.showList("Open");
    await desk.row("Pia").waitFor();
    expect(await desk.offer("Pia").count()).toBe(0);
    await desk.setPresence("Available");
    await desk.offer("Pia").waitFor();
    await desk.accept("Pia");
    expect(await statusOf(chat.id)).toBe("active");
  });
});
