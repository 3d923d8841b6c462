// Puts the widget into a page: one element with a shadow root at its end, and nothing else of the page is touched.

import { browserEnvironment } from "@frontdesk/api";
import { render } from "preact";
import { Chat, type ChatSettings, type Visitor } from "./chat/chat.ts";
import { browserStore, createMemory } from "./chat/storage.ts";
import { textsFor } from "./texts/index.ts";
import { brandColor, readableOn } from "./view/color.ts";
import { applyStyles } from "./view/styles.ts";
import { Widget } from "./view/widget.tsx";

export interface MountSettings {
  serverUrl: string;
  widgetId: string;
  startsOpen?: boolean;
  visitor?: Visitor;
  /** Replaced in tests. */
  parts?: Partial<Pick<ChatSettings, "memory" | "environment" | "fetch" | "connect">>;
}

export interface Mounted {
  open(): void;
  close(): void;
  /** Takes the widget off the page; the conversation goes on at the next visit. */
  remove(): void;
  chat: Chat;
  root: ShadowRoot;
}

export function mount({ serverUrl, widgetId, startsOpen = false, visitor = {}, parts }: MountSettings): Mounted {
  const locale = visitor.locale ?? navigator.language;
  const chat = new Chat({
    serverUrl,
    widgetId,
    visitor: { locale, ...visitor },
    memory: createMemory(widgetId, browserStore()),
    environment: browserEnvironment,
    fetch: (...args) => fetch(...args),
    connect: (url, protocols) => new WebSocket(url, protocols) as ReturnType<ChatSettings["connect"]>,
    ...parts,
  });
  const host = document.createElement("frontdesk-chat");
  const root = host.attachShadow({ mode: "open" });
  applyStyles(root);
  const frame = document.createElement("div");
  frame.className = "root";
  root.append(frame);
  document.body.append(host);

  chat.subscribe(() => {
    const color = brandColor(chat.state.config?.color);
    host.style.setProperty("--brand", color);
    host.style.setProperty("--on-brand", readableOn(color));
  });
  const online = () => chat.online();
  const remove = () => {
    window.removeEventListener("online", online);
    chat.stop();
    render(null, frame);
    host.remove();
  };
  const mounted: Mounted = { chat, root, remove, open: () => {}, close: () => {} };
  const onReady = (controls: Pick<Mounted, "open" | "close">) => Object.assign(mounted, controls);
  const draw = () =>
    render(<Widget chat={chat} texts={textsFor(locale)} startsOpen={startsOpen} onReady={onReady} />, frame);
  // Before the colours are known there is nothing worth a flash on the page.
  void chat.load().then(draw);
  window.addEventListener("online", online);
  return mounted;
}
