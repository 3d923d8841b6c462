// A chat with everything around it faked, in one line. The test is the server.

import type { VisitorMessage, WidgetConfig } from "@frontdesk/api";
import { FakeServer, fakeSockets, manualEnvironment, settled } from "@frontdesk/fakes";
import { Chat } from "../src/chat/chat.ts";
import { createMemory, type KeyValueStore } from "../src/chat/storage.ts";

export const WIDGET = "widget-1";
export const ID = "conversation-1";
export const PATH = `/api/v1/visitor/conversations/${ID}`;
export const NO_MARKS = { customerDelivered: 0, customerRead: 0, agentDelivered: 0, agentRead: 0 };
export const CONFIG: WidgetConfig = {
  id: WIDGET,
  title: "Help",
  greeting: "Hello!",
  color: "#0f6cbd",
  position: "right",
  colorScheme: "system",
  mode: "live_chat",
  preChat: [],
  queuePositionShown: true,
  expectedWaitShown: true,
  transcriptDownload: false,
  proactiveText: "",
  proactiveShownMs: 60_000,
  sound: true,
  messageCharactersMax: 6_000,
};

export const routes = {
  widget: `GET /api/v1/visitor/widgets/${WIDGET}`,
  start: "POST /api/v1/visitor/conversations",
  conversation: `GET ${PATH}`,
  send: `POST ${PATH}/messages`,
  poll: `GET ${PATH}/messages`,
  end: `POST ${PATH}/end`,
  marks: `POST ${PATH}/marks`,
  typing: `POST ${PATH}/typing`,
};

export function conversation(more: object = {}) {
  const own = { id: ID, status: "open", agentName: null, createdAt: "", lastNumber: 0, marks: NO_MARKS };
  return { ...own, mode: "live_chat", ...more };
}

export function message(number: number, text: string, more: Partial<VisitorMessage> = {}): VisitorMessage {
  return { number, text, from: "agent", name: "Ada", sentAt: "2026-11-23T04:05:06.007Z", ...more };
}

/** Storage that a test can look into, or one that refuses as private windows do. */
export function fakeStore(refuses = false): KeyValueStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  /** The store, unless it refuses. */
  const open = () => {
    if (refuses) throw new DOMException("denied", "SecurityError");
    return kept;
  };
  return {
    kept,
    getItem: (key) => open().get(key) ?? null,
    setItem: (key, value) => void open().set(key, value),
    removeItem: (key) => void open().delete(key),
  };
}

export function newDesk(store = fakeStore()) {
  const server = new FakeServer();
  const net = fakeSockets();
  const environment = manualEnvironment();
  const strip = (url: string) => url.replace("https://desk.example", "");
  const parts = {
    memory: createMemory(WIDGET, store),
    environment,
    fetch: ((url: string, init: RequestInit) => server.fetch(strip(url), init)) as typeof fetch,
    connect: net.connect,
  };
  server
    .on(routes.widget, CONFIG)
    .on(routes.conversation, conversation())
    .on(routes.start, { conversationId: ID, visitorId: "v", token: "secret", conversation: conversation() }, 201);
  const newChat = () => {
    const own = { serverUrl: "https://desk.example", widgetId: WIDGET, visitor: { locale: "en-GB" } };
    return new Chat({ ...own, ...parts });
  };
  return {
    server,
    net,
    environment,
    parts,
    store,
    newChat,
    hello: (status = "open", agentName: string | null = null) =>
      net.last().say({ type: "hello", lastNumber: 0, status, agentName }),
    say: (number: number, text: string, more: Partial<VisitorMessage> = {}) =>
      net.last().say({ type: "message", message: message(number, text, more) }),
    /** Runs time on, with all that it sets off. */
    async pass(milliseconds: number) {
      await settled();
      environment.advance(milliseconds);
      await settled();
    },
  };
}

/** A chat whose first message is sent and whose socket is live. */
export async function chatting(store = fakeStore()) {
  const desk = newDesk(store);
  const chat = desk.newChat();
  await chat.load();
  chat.send("Hello");
  await settled();
  desk.hello();
  desk.say(1, "Hello", { from: "customer", name: "Visitor", clientMessageId: "id-1" });
  await settled();
  return { ...desk, chat };
}
