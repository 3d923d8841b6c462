// @vitest-environment jsdom
// What a host page may say, ask and hear: the snippet's attributes, the SDK's methods, the `lcw:*` events.

import { settled } from "@frontdesk/fakes";
import { options } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Mounted, mount } from "../src/mount.tsx";
import type { Context } from "../src/page/sdk.ts";
import { settingsOf } from "../src/page/settings.ts";
import { CONFIG, chatting, fakeStore, newDesk, routes, WIDGET } from "./desk.ts";

// No frames are painted here, so what waits for one runs at once.
options.requestAnimationFrame = (run) => setTimeout(run);

const EVENTS = [
  "ready",
  "error",
  "startChat",
  "chatQueued",
  "chatRetrieved",
  "threadUpdate",
  "closeChat",
  "onClose",
  "onMinimize",
  "onMaximize",
  "onMessageReceived",
  "onMessageSent",
];

let desk: ReturnType<typeof newDesk>;
let mounted: Mounted;
let heard: [string, unknown][];
const listen = ({ type, detail }: CustomEvent) => void heard.push([type.slice("lcw:".length), detail]);

beforeEach(() => {
  document.body.innerHTML = "";
  heard = [];
  for (const name of EVENTS) window.addEventListener(`lcw:${name}`, listen as EventListener);
});
afterEach(() => {
  mounted?.remove();
  for (const name of EVENTS) window.removeEventListener(`lcw:${name}`, listen as EventListener);
});

async function drawn() {
  for (let round = 0; round < 4; round += 1) await settled();
}

async function embed(store = fakeStore(), config: object = {}, more: object = {}) {
  desk = newDesk(store);
  desk.server.on(routes.widget, { ...CONFIG, ...config });
  mounted = mount({ serverUrl: "https://desk.example", widgetId: WIDGET, parts: desk.parts, ...more });
  await drawn();
  return mounted.sdk;
}

const names = () => heard.map(([name]) => name);
const find = <Kind extends HTMLElement = HTMLElement>(selector: string) => mounted.root.querySelector<Kind>(selector);
const started = () => desk.server.asked(routes.start).map(({ body }) => body as Record<string, unknown>);
async function click(selector: string) {
  find(selector)?.click();
  await drawn();
}

describe("the snippet", () => {
  const read = (said: Record<string, string>, page = "https://shop.example/") =>
    settingsOf(said, "https://desk.example/widget/widget.js", page);
  it.each([
    [{ appId: "w1" }, { widgetId: "w1", serverUrl: "https://desk.example", startsOpen: false, hideButton: false }],
    [{ widgetId: "w1" }, { widgetId: "w1" }],
    [{ orgUrl: "https://other.example/x" }, { serverUrl: "https://other.example" }],
    [{ hideChatButton: "true" }, { hideButton: true }],
    [{ hideChatButton: "false" }, { hideButton: false }],
    [{ renderMobile: "true" }, { bare: true, fillsWindow: true }],
    [{ enableLcwAutofill: "true" }, { bare: false, fillsWindow: true }],
    [{ openInWindow: "true" }, { inNewWindow: true }],
    [{ colorOverride: "#ff0000" }, { color: "#ff0000" }],
    [{ fontFamilyOverride: "Georgia, serif" }, { font: "Georgia, serif" }],
    [{ customCloseButtonText: "Done" }, { closeText: "Done" }],
    [{ open: "" }, { startsOpen: true }],
  ])("%o means %o", (said, expected) => {
    expect(read(said)).toMatchObject(expected);
  });

  it("is not needed on the visitor's page, whose address has the widget's id", () => {
    expect(read({}, "https://desk.example/chat/w9").widgetId).toBe("w9");
    expect(read({}).widgetId).toBeUndefined();
  });

  it("hides the button, drops the header, fills the window, changes colour, font and the cross", async () => {
    const said = { hideButton: true, fillsWindow: true, color: "#ff0000", font: "Georgia", closeText: "Done" };
    await embed(fakeStore(), {}, { ...said, startsOpen: true });
    expect(find(".launcher")).toBeNull();
    expect(find("header > button:last-child")?.textContent).toBe("Done");
    expect(find(".root")?.dataset.fills).toBe("true");
    expect(find(".root")?.style.fontFamily).toBe("Georgia");
    expect((mounted.root.host as HTMLElement).style.getPropertyValue("--brand")).toBe("#ff0000");
    mounted.remove();
    await embed(fakeStore(), {}, { bare: true, startsOpen: true });
    expect(find("header")).toBeNull();
  });
});

describe("Microsoft.Omnichannel.LiveChatWidget.SDK", () => {
  it("is ready once the widget is drawn", async () => {
    await embed();
    expect(names()).toEqual(["ready"]);
  });

  it("raises error 7 when the widget's settings do not come", async () => {
    desk = newDesk();
    desk.server.refuse(routes.widget, 404, "widget_not_found", "No such widget.");
    mounted = mount({ serverUrl: "https://desk.example", widgetId: WIDGET, parts: desk.parts });
    await drawn();
    expect(heard[0]).toEqual(["error", { errorCode: 7, errorDescription: expect.any(String) }]);
  });

  it("startChat opens the widget and begins a conversation, once", async () => {
    const sdk = await embed();
    sdk.startChat();
    await drawn();
    expect(find(".panel")).not.toBeNull();
    expect(names().sort()).toEqual(["chatQueued", "onMaximize", "ready", "startChat"]);
    sdk.startChat();
    await drawn();
    expect(started().length).toBe(1);
  });

  it("startChat asks the survey first, and its answers go with the start", async () => {
    const preChat = [
      { name: "topic", text: "What is it about?", kind: "options", options: ["Orders", "Books"], required: true },
      { name: "more", text: "Tell us more", kind: "multiple_lines", required: false, options: [] },
      { name: "terms", text: "I agree", kind: "consent", required: true, options: [], link: "https://a.example/" },
    ];
    const sdk = await embed(fakeStore(), { preChat });
    sdk.startChat();
    await drawn();
    expect(started()).toEqual([]);
    const form = find<HTMLFormElement>("form");
    expect(form?.checkValidity()).toBe(false);
    expect(form?.querySelector("a")?.rel).toContain("noopener");
    const topic = find<HTMLSelectElement>("select");
    if (topic) topic.value = "Books";
    find<HTMLInputElement>("[type=checkbox]")?.click();
    expect(form?.checkValidity()).toBe(true);
    form?.requestSubmit();
    await drawn();
    expect(started()[0]?.preChat).toEqual({ topic: "Books", terms: "true" });
    expect(find("form")).toBeNull();
    expect(find(".composer")).not.toBeNull();
  });

  it("startChat's customContext wins over the provider's, which speaks for the next one", async () => {
    const sdk = await embed();
    sdk.setContextProvider(() => ({ from: "provider" }));
    sdk.startChat({ customContext: { from: { value: "page", isDisplayable: true }, age: 7, vip: true } });
    await drawn();
    expect(started()[0]?.context).toEqual({ from: "page", age: "7", vip: "true" });
    sdk.closeChat();
    await drawn();
  });

  it("startChat opens a window of its own when it is asked to", async () => {
    const sdk = await embed();
    const opened: string[] = [];
    window.open = (url) => {
      opened.push(String(url));
      return null;
    };
    sdk.startChat({ inNewWindow: true });
    await drawn();
    expect(opened).toEqual([`https://desk.example/chat/${WIDGET}`]);
    expect(find(".panel")).toBeNull();
  });

  it("the context provider is set, returned, asked and removed", async () => {
    const sdk = await embed();
    const provider = (): Context => ({ plan: { value: "gold" } });
    expect(() => sdk.setContextProvider("no function" as never)).toThrow(TypeError);
    sdk.setContextProvider(provider);
    expect(sdk.getContextProvider()).toBe(provider);
    sdk.startChat();
    await drawn();
    expect(started()[0]?.context).toEqual({ plan: "gold" });
    sdk.removeContextProvider();
    expect(sdk.getContextProvider()).toBeUndefined();
  });

  it.each<[string, () => unknown]>([
    ["throws", () => Promise.reject(new Error("no"))],
    ["gives 101 variables", () => Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`k${at}`, "v"]))],
    ["gives an object for a value", () => ({ plan: { value: {} } })],
    ["gives null", () => ({ plan: null })],
  ])("raises error 1 when the context provider %s, and the visitor chats all the same", async (_, provider) => {
    const sdk = await embed();
    sdk.setContextProvider(provider as () => Context);
    sdk.startChat();
    await drawn();
    const error = heard.find(([name]) => name === "error")?.[1];
    expect(error).toMatchObject({
      errorCode: 1,
      errorDescription: expect.any(String),
      errorDetail: expect.any(String),
    });
    expect(started().length).toBe(1);
  });

  it("startProactiveChat invites with the page's words, the widget's, or our own, and begins when it is taken up", async () => {
    const sdk = await embed(fakeStore(), { proactiveText: "Need a hand?" });
    sdk.startProactiveChat({ message: "Still looking?" });
    await drawn();
    expect(find(".invitation p")?.textContent).toBe("Still looking?");
    sdk.startProactiveChat();
    await drawn();
    expect(find(".invitation p")?.textContent).toBe("Need a hand?");
    expect(started()).toEqual([]);
    await click(".invitation .primary");
    expect(find(".panel")).not.toBeNull();
    expect(started().length).toBe(1);
    sdk.startProactiveChat({ message: "Again?" });
    await drawn();
    expect(find(".invitation")).toBeNull();
  });

  it("an invitation goes when it is declined, and by itself", async () => {
    const sdk = await embed(fakeStore(), { proactiveShownMs: 0 });
    sdk.startProactiveChat();
    await drawn();
    await drawn();
    expect(find(".invitation")).toBeNull();
    mounted.remove();
    const other = await embed();
    other.startProactiveChat();
    await drawn();
    expect(find(".invitation p")?.textContent).toBe("Hi! Have any questions? I'm here to help.");
    await click(".invitation .icon");
    expect(find(".invitation")).toBeNull();
  });

  it("startProactiveChat may leave the survey out, but never what is required", async () => {
    const question = { name: "topic", text: "What?", kind: "single_line", options: [] };
    const sdk = await embed(fakeStore(), { preChat: [{ ...question, required: false }] });
    sdk.startProactiveChat({ message: "Hello?" }, false);
    await drawn();
    await click(".invitation .primary");
    expect(find("form")).toBeNull();
    expect(started().length).toBe(1);
    mounted.remove();
    const strict = await embed(fakeStore(), { preChat: [{ ...question, required: true }] });
    strict.startProactiveChat({ message: "Hello?" }, false);
    await drawn();
    await click(".invitation .primary");
    expect(find("form")).not.toBeNull();
    expect(started()).toEqual([]);
  });

  it("closeChat ends the chat, closes the widget, and the next one begins anew", async () => {
    const sdk = await embed();
    desk.server.on(routes.end, {});
    sdk.startChat();
    await drawn();
    heard = [];
    sdk.closeChat();
    await drawn();
    expect(desk.server.asked(routes.end).length).toBe(1);
    expect(find(".panel")).toBeNull();
    expect(names().filter((name) => name !== "onMinimize")).toEqual(["closeChat", "onClose"]);
    sdk.startChat();
    await drawn();
    expect(started().length).toBe(2);
  });
});

describe("closeChat", () => {
  it("says nothing when the end did not arrive", async () => {
    const sdk = await embed();
    desk.server.refuse(routes.end, 500, "internal", "Something went wrong.");
    sdk.startChat();
    await drawn();
    sdk.closeChat();
    await drawn();
    expect(names()).not.toContain("closeChat");
    expect(find(".bar")?.textContent).toContain("could not be ended");
  });

  it("only closes the widget where a chat goes on for days", async () => {
    const sdk = await embed(fakeStore(), { mode: "persistent_chat" });
    sdk.startChat();
    await drawn();
    sdk.closeChat();
    await drawn();
    expect(desk.server.asked(routes.end)).toEqual([]);
    expect(mounted.chat.state.phase).toBe("chatting");
    expect(find(".panel")).toBeNull();
  });
});

describe("the page hears", () => {
  it("that an earlier chat was found again", async () => {
    const store = fakeStore();
    const earlier = await chatting(store);
    earlier.chat.stop();
    await embed(store);
    expect(names()).toContain("chatRetrieved");
    expect(names()).not.toContain("chatQueued");
  });

  it("of opening and closing", async () => {
    await embed();
    await click(".launcher");
    await click("header > button:last-child");
    expect(names()).toEqual(["ready", "onMaximize", "onMinimize"]);
  });

  it("of each message once, with its tags, and of those before it came nothing", async () => {
    const sdk = await embed();
    sdk.startChat();
    await drawn();
    desk.hello();
    heard = [];
    desk.net.last().say({ type: "position", queuePosition: 1, nextInLine: true, expectedWaitMs: null });
    desk.say(1, "", { from: "system", event: "agent_accepted" });
    desk.say(2, "Hello");
    desk.say(2, "Hello");
    desk.say(3, "", { from: "system", event: "agent_ended" });
    desk.say(4, "", { from: "system", event: "conversation_closed" });
    await drawn();
    const received = (messageType: string, ...tags: string[]) => [
      "onMessageReceived",
      { messageType, channelData: { tags } },
    ];
    expect(heard).toEqual([
      received("system", "system", "queueposition", "customerqueuepositionnext"),
      received("system", "system", "agentaccepted"),
      received("user", "public", "client_activity_id:2"),
      received("system", "system", "agentendconversation"),
      ["threadUpdate", null],
      received("system", "system", "primarysessionclosed"),
    ]);
  });

  it("when the visitor has written", async () => {
    await embed();
    mounted.chat.send("Hello");
    await drawn();
    desk.server.on(routes.send, { number: 2, sentAt: "2026-11-23T04:05:06Z" }, 201);
    mounted.chat.send("Again");
    await drawn();
    expect(names()).toEqual(["ready", "chatQueued", "onMessageSent", "onMessageSent"]);
  });

  it("when the visitor has ended the chat", async () => {
    await embed();
    desk.server.on(routes.end, {});
    mounted.chat.send("Hello");
    await drawn();
    await click(".launcher");
    await click("header .quiet");
    await click(".question .primary");
    expect(names().slice(-2)).toEqual(["closeChat", "onClose"]);
  });
});

describe("outside its hours", () => {
  const hours = { isOpen: false, changesAt: null, onlyDuringHours: false, offlineText: "Back at nine." };

  it("the widget says so and takes no message", async () => {
    await embed(fakeStore(), { hours });
    await click(".launcher");
    expect(find(".greeting")?.textContent).toBe("Back at nine.");
    expect(find("textarea")).toBeNull();
  });

  it("it is not there at all where it is wanted so, and a chat that goes on stays", async () => {
    const away = { hours: { ...hours, onlyDuringHours: true } };
    const sdk = await embed(fakeStore(), away);
    expect(find(".launcher")).toBeNull();
    sdk.startChat();
    await drawn();
    expect(started()).toEqual([]);
    mounted.remove();
    const store = fakeStore();
    const earlier = await chatting(store);
    earlier.chat.stop();
    await embed(store, away);
    expect(find(".launcher")).not.toBeNull();
  });
});

describe("what is offered beside writing", () => {
  it("a copy of the conversation, where the widget allows it", async () => {
    let saved: Blob | undefined;
    URL.createObjectURL = (blob) => {
      saved = blob as Blob;
      return "blob:1";
    };
    URL.revokeObjectURL = () => {};
    HTMLAnchorElement.prototype.click = () => {};
    await embed(fakeStore(), { transcriptDownload: true });
    mounted.chat.send("Hello");
    await drawn();
    desk.hello("active", "Ada");
    desk.say(1, "Hello", { from: "customer", clientMessageId: "id-1" });
    desk.say(2, "Good morning");
    await click(".launcher");
    const items = [...mounted.root.querySelectorAll<HTMLElement>(".menu button")];
    expect(items.map((item) => item.textContent)).toEqual(["Turn sound off", "Save the conversation"]);
    items[1]?.click();
    const text = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsText(saved as Blob);
    });
    expect(text).toMatch(/You: Hello\n.*Ada: Good morning\n/);
  });

  it("the survey after the chat, in the visitor's language", async () => {
    await embed(fakeStore(), { surveyUrl: "https://survey.example/?id=7" });
    mounted.chat.send("Hello");
    await drawn();
    desk.hello("closed");
    await click(".launcher");
    expect(find<HTMLAnchorElement>(".over a")?.href).toBe("https://survey.example/?id=7&lang=en");
  });
});
