// @vitest-environment jsdom
import { settled } from "@frontdesk/fakes";
import { options } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Mounted, mount } from "../src/mount.tsx";
import { readableOn } from "../src/view/color.ts";
import { NO_MARKS, newDesk, routes, WIDGET } from "./desk.ts";

// No frames are painted here, so what waits for one runs at once.
options.requestAnimationFrame = (run) => setTimeout(run);

let desk: ReturnType<typeof newDesk>;
let mounted: Mounted;

beforeEach(async () => {
  document.body.innerHTML = "<p>The host page</p>";
  desk = newDesk();
  mounted = mount({ serverUrl: "https://desk.example", widgetId: WIDGET, parts: desk.parts });
  await settled();
});
afterEach(() => mounted.remove());

const find = <Kind extends HTMLElement = HTMLElement>(selector: string) => mounted.root.querySelector<Kind>(selector);
const words = (selector: string) => find(selector)?.textContent?.trim();
const focused = () => mounted.root.activeElement;

/** Lets effects run that wait for the next frame. */
async function drawn() {
  await settled();
  await settled();
}

async function click(selector: string) {
  find(selector)?.click();
  await drawn();
}

async function press(key: string, target = focused(), more: object = {}) {
  target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, ...more }));
  await drawn();
}

async function write(text: string) {
  const field = find<HTMLTextAreaElement>("textarea");
  if (field) field.value = text;
  field?.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

/** Open, with one message of each side. */
async function chat() {
  await click(".launcher");
  await write("Hello");
  await press("Enter");
  desk.hello("active", "Ada");
  desk.say(1, "Hello", { from: "customer", clientMessageId: "id-1" });
  desk.say(2, "Hi, how can I help?");
  await drawn();
}

describe("the line", () => {
  const place = (queuePosition: number, expectedWaitMs: number | null) =>
    desk.net.last().say({ type: "position", queuePosition, nextInLine: queuePosition === 1, expectedWaitMs });

  it("is told in one small line until somebody is there", async () => {
    await click(".launcher");
    await write("Hello");
    await press("Enter");
    desk.hello("open");
    place(3, 190_000);
    await drawn();
    expect(find(".panel")?.textContent).toContain("You are number 3 in line, about 4 minutes to go.");
    place(1, null);
    await drawn();
    expect(find(".panel")?.textContent).toContain("You are next.");
    desk.net.last().say({ type: "status", status: "active", agentName: "Ada" });
    await drawn();
    expect(find(".panel")?.textContent).not.toContain("You are next");
  });
});

describe("the widget", () => {
  it("adds one element to the page and changes nothing else", () => {
    expect(document.body.children.length).toBe(2);
    expect(document.head.querySelector("style, link")).toBeNull();
    expect(find(".panel")).toBeNull();
  });

  it("opens with the focus in the field, closes with Esc, and gives the focus back", async () => {
    await click(".launcher");
    expect(find("[role=dialog]")?.getAttribute("aria-label")).toBe("Help");
    expect(focused()?.tagName).toBe("TEXTAREA");
    await press("Escape");
    expect(find("[role=dialog]")).toBeNull();
    expect(focused()?.className).toBe("launcher");
  });

  it("greets, and shows both sides' messages in a log with names for those who hear it", async () => {
    await chat();
    expect(words(".greeting")).toBe("Hello!");
    const log = find("[role=log]");
    expect(log?.getAttribute("aria-label")).toBe("Messages");
    const said = [...(log?.querySelectorAll(".text") ?? [])].map((line) => line.textContent);
    expect(said).toEqual(["You: Hello", "Ada: Hi, how can I help?"]);
    expect(words(".titles p")).toBe("You are chatting with Ada.");
  });

  it("sends with Enter, not with Shift+Enter, nor with the Enter that ends a character", async () => {
    await click(".launcher");
    await write("line");
    await press("Enter", focused(), { shiftKey: true });
    await press("Enter", focused(), { isComposing: true });
    expect(find(".message")).toBeNull();
    await press("Enter");
    expect(find<HTMLTextAreaElement>("textarea")?.value).toBe("");
    expect(words(".message .text")).toBe("You: line");
  });

  it("ticks a message off in words", async () => {
    await chat();
    expect(words(".delivery")).toBe("Sent");
    desk.net.last().say({ type: "marks", marks: { ...NO_MARKS, agentDelivered: 1, agentRead: 1 } });
    await drawn();
    expect(words(".delivery")).toBe("Read");
  });

  it("says why a message failed and offers to send it again", async () => {
    await chat();
    desk.server.refuse(routes.send, 400, "too_long", "The message is too long.");
    await write("long");
    await press("Enter");
    expect(words(".reason")).toBe("The message is too long.");
    desk.server.on(routes.send, { number: 3, sentAt: "2026-11-23T04:05:06Z" }, 201);
    await click(".link");
    expect(find(".reason")).toBeNull();
  });

  it("puts system lines in words", async () => {
    await chat();
    desk.say(3, "", { from: "system", name: "Ada", event: "agent_accepted" });
    await drawn();
    expect(words(".system")).toBe("Ada has joined the chat.");
  });

  it("counts unread messages on the launcher while it is closed", async () => {
    await chat();
    await press("Escape");
    desk.say(3, "Still there?");
    await drawn();
    expect(words(".badge")).toBe("1");
    expect(find(".launcher")?.getAttribute("aria-label")).toBe("Open chat, 1 unread message");
    await click(".launcher");
    expect(find(".badge")).toBeNull();
  });

  it("asks before it ends the chat, and lets one stay", async () => {
    await chat();
    desk.server.on(routes.end, {});
    await click("header .quiet");
    expect(words("[role=alertdialog] p")).toBe("End this chat?");
    await press("Escape");
    expect(find("[role=alertdialog]")).toBeNull();
    await click("header .quiet");
    await click(".question .primary");
    expect(words(".over p")).toBe("This chat has ended.");
    expect(desk.server.asked(routes.end).length).toBe(1);
  });

  it("says when the connection is away", async () => {
    await chat();
    desk.net.last().lose();
    await drawn();
    expect(words("[role=status]")).toContain("No connection");
  });

  it("opens and closes for the host page", async () => {
    mounted.open();
    await drawn();
    expect(find(".panel")).not.toBeNull();
    mounted.close();
    await drawn();
    expect(find(".panel")).toBeNull();
  });

  it("shows the text of messages as text", async () => {
    await chat();
    desk.say(3, "<img src=x onerror=alert(1)>");
    await drawn();
    expect(find(".log img")).toBeNull();
  });
});

describe("the brand's colour", () => {
  it.each([
    ["#ffffff", "#000000"],
    ["#ffd400", "#000000"],
    ["#0f6cbd", "#ffffff"],
    ["#000000", "#ffffff"],
  ])("on %s is written in %s", (color, text) => {
    expect(readableOn(color)).toBe(text);
  });
});
