// The README's pictures, docs/screenshots/*.png, and the gallery of every screen. The demonstration's own people and past, and customers whose words are
// chosen here, so that each run shows the same. Run by `npm run screenshots`.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { eventually, signInAs, visitorClient } from "./api.ts";
import { openBrowser, PHONE, Visitor, Workspace } from "./browser.ts";
import { shootGallery } from "./gallery.ts";
import { type Server, startServer, type User } from "./server.ts";

/** Built anew by each run, and no part of the project's history. */
const GALLERY = fileURLToPath(new URL("../dist/screens/", import.meta.url));
const FOLDER = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url));

export async function takeScreenshots(): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const taken: string[] = [];
  const server = await startServer();
  const browser = await openBrowser();
  const shoot = async (page: Page, name: string) => {
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    taken.push(name);
  };
  try {
    const who = server.users.find(({ role }) => role === "agent");
    if (!who) throw new Error("the demonstration has no agent");
    const desk = await Workspace.signIn(browser, server, who);
    const visitor = await Visitor.open(browser, server, server.widgetId);
    await converse(desk, visitor);
    await shoot(visitor.page, "visitor");
    await openWaitingWork(server, who, desk);
    await writeAs(
      server,
      "Mikkel Holm",
      "Hello! We have two cats and want the Dune corner sofa. Which fabric survives that?",
    );
    await desk.offer("Mikkel Holm").getByText("Which fabric survives that?").waitFor();
    await shoot(desk.page, "workspace");

    const phone = await Workspace.signIn(browser, server, who, PHONE);
    await phone.offer("Mikkel Holm").waitFor();
    await desk.offer("Mikkel Holm").getByRole("button", { name: "Reject" }).click();
    await phone.offer("Mikkel Holm").waitFor({ state: "detached" });
    await shoot(phone.page, "workspace-phone");
    await visitor.page.setViewportSize(PHONE);
    await shoot(visitor.page, "visitor-phone");
    await showAdministration(browser, server, shoot);
    taken.push(`${await shootGallery(browser, server, GALLERY)} screens in web/e2e/dist/screens`);
  } finally {
    await browser.close();
    await server.stop();
  }
  return taken;
}

/** Each kind of administration's screens: a list, a form, the rules' builder, the calendar, the widget. */
async function showAdministration(
  browser: Browser,
  server: Server,
  shoot: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const who = server.users.find(({ role }) => role === "administrator");
  if (!who) throw new Error("the demonstration has no administrator");
  const { page } = await Workspace.signIn(browser, server, who);
  for (const path of ["queues", "operating-hours", "rulesets", "widgets"]) {
    await page.goto(`${server.url}/administration/${path}`);
    const first = page.locator("tbody a").first();
    await first.waitFor();
    if (path === "queues") await shoot(page, "administration-queues");
    await first.click();
    await page.getByRole("button", { name: "Save" }).waitFor();
    if (path === "rulesets") await openFirstRule(page);
    if (path === "widgets") await page.getByRole("button", { name: "Show preview" }).click();
    await page.waitForLoadState("networkidle");
    await shoot(page, path === "queues" ? "administration-queue" : `administration-${path}`);
  }
  await page.setViewportSize(PHONE);
  await shoot(page, "administration-phone");
}

async function openFirstRule(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^1\. / }).click();
  await page.getByRole("combobox", { name: "Test" }).waitFor();
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await page.getByText(/^Would /).waitFor();
}

/** A short exchange: asked, taken, answered, read. */
async function converse(desk: Workspace, visitor: Visitor): Promise<void> {
  await visitor.send("Hello! Do you deliver to the Orkney Islands?");
  await desk.accept("Visitor");
  await desk.send("Good morning! Yes, twice a week, by ferry from Aberdeen.");
  await desk.send("What would you like to order?");
  await visitor.messages.getByText("What would you like to order?").waitFor();
  await visitor.send("The Otter day bed, in green.");
  await desk.messages.getByText("The Otter day bed, in green.").waitFor();
  await visitor.delivery("The Otter day bed, in green.").filter({ hasText: "Read" }).waitFor();
}

/** A conversation that the agent has had in hand since before. */
async function openWaitingWork(server: Server, who: User, desk: Workspace): Promise<void> {
  const api = await signInAs(server, who);
  type Mine = { items: { id: string; status: string; accepted: boolean; channel: string }[] };
  const found = await eventually(async () => {
    const { items } = await api.get<Mine>("/api/v1/conversations", { view: "mine" });
    return items.find(({ status, accepted, channel }) => status === "active" && accepted && channel !== "live_chat");
  });
  await desk.page.evaluate((id) => window.Microsoft.Omnichannel.openConversation(id), found.id);
  await desk.showList("My");
}

async function writeAs(server: Server, name: string, text: string): Promise<void> {
  await visitorClient(server).post("/api/v1/visitor/conversations", { widgetId: server.widgetId, name, text });
}
