// Chromium, and the two pages as people use them.

import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import type { Server, User } from "./server.ts";

const EXECUTABLE = process.env.CHROMIUM_BIN ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** A window of its own: other cookies and storage than every other one's. */
export async function openPage(browser: Browser, viewport = DESKTOP): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "en-GB", reducedMotion: "reduce" });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Runs a script's text in the page, whatever the page's own policy says of such. */
export async function runScript(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send("Runtime.evaluate", { expression });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

/** The workspace of somebody who has just signed in. */
export class Workspace {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async signIn(browser: Browser, server: Server, who: User, viewport = DESKTOP): Promise<Workspace> {
    const page = await openPage(browser, viewport);
    await page.goto(server.url);
    await page.getByLabel("E-mail address").fill(who.email);
    await page.getByLabel("Password").fill(who.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForFunction(() => "Microsoft" in window);
    return new Workspace(page);
  }

  /** Chooses a presence by its name. */
  async setPresence(name: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Presence:/ }).click();
    await this.page.getByRole("menuitemradio", { name }).click();
    await this.button(`Presence: ${name}`).waitFor();
  }

  /** My, Open, Closed or Ongoing. */
  async showList(name: string): Promise<void> {
    await this.page
      .getByRole("tab", { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }

  /** The row of a customer in the list that is shown. */
  row(customer: string): Locator {
    return this.page.locator("[data-row]", { hasText: customer });
  }

  offer(customer: string): Locator {
    return this.page.getByRole("group", { name: `New conversation: ${customer}` });
  }

  /** A colleague's question for advice about this customer. */
  invitation(customer: string): Locator {
    return this.page.getByRole("group", { name: `Advice wanted: ${customer}` });
  }

  /** Opens what goes on with this customer, as supervisors see it. */
  async lookInto(customer: string): Promise<void> {
    await this.button("Ongoing").click();
    await this.row(customer).click();
    await this.page.getByRole("heading", { name: customer, level: 2 }).waitFor();
  }

  /** Something of the supervisor's menu for the conversation that is shown. */
  async supervise(act: string): Promise<void> {
    await this.button("Supervise").click();
    await this.page.getByRole("menuitem", { name: new RegExp(`^${act}`) }).click();
  }

  async accept(customer: string): Promise<void> {
    await this.offer(customer).getByRole("button", { name: "Accept" }).click();
    await this.isOpen(customer);
  }

  /** The customer's conversation is the one that is shown, and can be answered. */
  async isOpen(customer: string): Promise<void> {
    await this.page.getByRole("heading", { name: customer, level: 2 }).waitFor();
    await this.sendBox.waitFor();
  }

  get sendBox(): Locator {
    return this.page.getByRole("textbox", { name: "Write to the customer" });
  }

  get messages(): Locator {
    return this.page.getByRole("log");
  }

  async send(text: string): Promise<void> {
    await this.sendBox.fill(text);
    await this.sendBox.press("Enter");
  }

  /** Private words to a colleague who takes part. */
  async writeTo(colleague: string, text: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: `Write to ${colleague}, not to the customer` });
    await box.fill(text);
    await box.press("Enter");
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Ends the conversation that is shown, and its wrap-up. */
  async finish(): Promise<void> {
    await this.button("End").click();
    await this.button("Close").first().click();
  }

  /** The X of the session that is shown. */
  async leave(): Promise<void> {
    const sessions = this.page.getByRole("list", { name: "Open conversations" }).getByRole("listitem");
    const shown = sessions.filter({ has: this.page.locator("[aria-current]") });
    await shown.getByRole("button", { name: /^(Leave|Put aside):/ }).click();
  }
}

/** The visitor's page with the widget open. */
export class Visitor {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, server: Server, widgetId: string, viewport = DESKTOP): Promise<Visitor> {
    const page = await openPage(browser, viewport);
    await page.goto(`${server.url}/chat/${widgetId}`);
    const visitor = new Visitor(page);
    await visitor.field.waitFor();
    return visitor;
  }

  get field(): Locator {
    return this.page.getByRole("textbox", { name: "Your message" });
  }

  get messages(): Locator {
    return this.page.getByRole("log");
  }

  async send(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
  }

  /** A message's tick in words: Sending, Sent, Delivered, Read, Not sent. */
  delivery(text: string): Locator {
    return this.page.locator(".message", { hasText: text }).locator(".delivery");
  }
}
