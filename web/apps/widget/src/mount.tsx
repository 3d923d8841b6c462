// Puts the widget into a page: one element with a shadow root at its end, and nothing else of the page is touched.

import { browserEnvironment } from "@frontdesk/api";
import { render } from "preact";
import { Chat, type ChatSettings, type ChatState, type Visitor } from "./chat/chat.ts";
import { browserStore, createMemory } from "./chat/storage.ts";
import { raise, raiseError, tellPage } from "./page/events.ts";
import { type Controls, LiveChatSdk } from "./page/sdk.ts";
import type { PageSettings } from "./page/settings.ts";
import { loadTexts } from "./texts/index.ts";
import { brandColor, readableOn } from "./view/color.ts";
import { applyStyles } from "./view/styles.ts";
import { Widget, type WidgetControls } from "./view/widget.tsx";

export interface MountSettings extends Partial<Omit<PageSettings, "serverUrl" | "widgetId">> {
  serverUrl: string;
  widgetId: string;
  visitor?: Visitor;
  /** Replaced in tests. */
  parts?: Partial<Pick<ChatSettings, "memory" | "environment" | "fetch" | "connect">>;
}

export interface Mounted extends WidgetControls {
  /** Takes the widget off the page; the conversation goes on at the next visit. */
  remove(): void;
  chat: Chat;
  sdk: LiveChatSdk;
  root: ShadowRoot;
}

export function mount(settings: MountSettings): Mounted {
  const { serverUrl, widgetId, visitor = {}, parts } = settings;
  const locale = visitor.locale ?? navigator.language;
  const chat: Chat = new Chat({
    serverUrl,
    widgetId,
    visitor: { locale, ...visitor },
    context: () => sdk.context(),
    tell: tellPage,
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

  const popUp = () => void window.open(`${serverUrl}/chat/${widgetId}`, "_blank", "popup,width=420,height=680");
  const isOwnPage = location.pathname.startsWith("/chat/");
  chat.subscribe(() => dress(host, frame, chat.state, settings));
  const online = () => chat.online();
  const remove = () => {
    window.removeEventListener("online", online);
    chat.stop();
    render(null, frame);
    host.remove();
  };
  const idle = () => {};
  const controls: Controls = { open: idle, close: idle, invite: idle, skipSurvey: idle, openWindow: popUp };
  const sdk: LiveChatSdk = new LiveChatSdk(chat, controls, settings.inNewWindow ?? false);
  const mounted: Mounted = Object.assign(controls, { chat, sdk, root, remove });
  const onReady = (drawn: WidgetControls) => {
    Object.assign(controls, drawn);
    raise("ready");
  };
  const onEnded = () => {
    raise("closeChat");
    raise("onClose");
  };
  // Before the colours are known there is nothing worth a flash on the page.
  void chat.load().then(async () => {
    if (!chat.state.config) raiseError(7, "The widget's settings could not be loaded.");
    const texts = await loadTexts(chat.state.config?.locale ?? locale, serverUrl);
    frame.lang = texts.language;
    frame.dir = texts.direction;
    render(
      <Widget
        chat={chat}
        texts={texts}
        startsOpen={settings.startsOpen ?? false}
        hideButton={settings.hideButton ?? false}
        bare={settings.bare ?? false}
        closeText={settings.closeText}
        onPopOut={isOwnPage ? undefined : popUp}
        opensWindow={settings.inNewWindow ?? false}
        onOpenChange={(isOpen) => raise(isOpen ? "onMaximize" : "onMinimize")}
        onEnded={onEnded}
        onReady={onReady}
      />,
      frame,
    );
  });
  window.addEventListener("online", online);
  return mounted;
}

/** The brand's colours and where it stands; what the page's tag says wins. */
function dress(host: HTMLElement, frame: HTMLElement, { config }: ChatState, said: MountSettings): void {
  const brand = brandColor(said.color ?? config?.color);
  const own = brandColor(said.color ?? config?.messageColor ?? config?.color);
  const { style } = host;
  style.setProperty("--brand", brand);
  style.setProperty("--on-brand", readableOn(brand));
  style.setProperty("--own", own);
  style.setProperty("--on-own", readableOn(own));
  if (said.font) frame.style.fontFamily = said.font;
  frame.dataset.side = config?.position ?? "right";
  frame.dataset.scheme = config?.colorScheme ?? "system";
  frame.dataset.fills = String(said.fillsWindow ?? false);
}
