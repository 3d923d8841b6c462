// The README's pictures, from a lively demonstration: docs/screenshots/*.png. Run by `npm run screenshots`.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { eventually, signInAs } from "./api.ts";
import { openBrowser, PHONE, Visitor, Workspace } from "./browser.ts";
import { type Server, startServer } from "./server.ts";

const FOLDER = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url));

export async function takeScreenshots(): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const taken: string[] = [];
  const server = await startServer({ lively: true });
  const browser = await openBrowser();
  const shoot = async (page: Page, name: string) => {
    // Faces, fonts and lists settle; the pictures are for people, not for comparison.
    await page.waitForLoadState("networkidle").catch(() => {});
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    taken.push(name);
  };
  try {
    const who = server.users.find(({ role }) => role === "agent");
    if (!who) throw new Error("the demonstration has no agent");
    const visitor = await Visitor.open(browser, server, server.widgetId);
    const desk = await Workspace.signIn(browser, server, who);
    await takeWork(server, desk);
    await desk.showList("My");
    await shoot(desk.page, "workspace");
    await visitor.send("Hello! Do you deliver to the Orkney Islands?");
    await shoot(visitor.page, "visitor");
    const phone = await Workspace.signIn(browser, server, who, PHONE);
    await phone.showList("My");
    await shoot(phone.page, "workspace-phone");
    const small = await Visitor.open(browser, server, server.widgetId, PHONE);
    await small.send("Hello from my phone");
    await shoot(small.page, "visitor-phone");
  } finally {
    await browser.close();
    await server.stop();
  }
  return taken;
}

/** Waits until the desk has something to show, and opens it. */
async function takeWork(server: Server, desk: Workspace): Promise<void> {
  const who = server.users.find(({ role }) => role === "agent");
  const api = await signInAs(server, who as Server["users"][number]);
  const mine = () => api.get<{ items: { id: string; status: string }[] }>("/api/v1/conversations", { view: "mine" });
  const found = await eventually(async () => (await mine()).items.find(({ status }) => status === "active"));
  await api.post(`/api/v1/conversations/${found.id}/accept`).catch(() => {});
  await desk.page.evaluate((id) => window.Microsoft.Omnichannel.openConversation(id), found.id);
  await desk.sendBox.waitFor();
}
