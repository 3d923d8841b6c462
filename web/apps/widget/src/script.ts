// `/widget/widget.js`: reads what the page says about the widget and mounts it. What a page may say:
//   <script src="https://desk.example/widget/loader.js" data-widget-id="…" async></script>
//   window.frontdeskChat = { name, email, phone, locale, context: { … } }   before it, optional

import type { Visitor } from "./chat/chat.ts";
import { type Mounted, mount } from "./mount.tsx";

type Global = Visitor & Partial<Pick<Mounted, "open" | "close">>;

const script = document.currentScript as HTMLScriptElement | null;
const page = window as unknown as { frontdeskChat?: Global };

/** The visitor page itself has the widget's id in its address: `/chat/{widgetId}`. */
const widgetId = script?.dataset.widgetId ?? location.pathname.match(/^\/chat\/([^/]+)/)?.[1];

function start(id: string): void {
  const { name, email, phone, locale, context, title } = page.frontdeskChat ?? {};
  const said = Object.entries({ name, email, phone, locale, context, title }).filter(
    ([, value]) => value !== undefined,
  );
  const mounted = mount({
    serverUrl: new URL(script?.src || location.href).origin,
    widgetId: id,
    startsOpen: script?.dataset.open !== undefined,
    visitor: Object.fromEntries(said),
  });
  page.frontdeskChat = { ...page.frontdeskChat, open: () => mounted.open(), close: () => mounted.close() };
}

if (widgetId && !document.querySelector("frontdesk-chat")) {
  if (document.body) start(widgetId);
  else document.addEventListener("DOMContentLoaded", () => start(widgetId));
}
