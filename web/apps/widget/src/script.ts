// `/widget/widget.js`: reads what the page says about the widget and mounts it. What a page may say:
//   <script id="Microsoft_Omnichannel_LCWidget" src="https://desk.example/widget/loader.js" data-app-id="…"></script>
//   window.frontdeskChat = { name, email, phone, locale, context: { … } }   before it, optional

import type { Visitor } from "./chat/chat.ts";
import { type Mounted, mount } from "./mount.tsx";
import { type PageSettings, settingsOf } from "./page/settings.ts";

type Global = Visitor & Partial<Pick<Mounted, "open" | "close">>;

interface Page {
  frontdeskChat?: Global;
  Microsoft?: { Omnichannel?: { LiveChatWidget?: { SDK?: Mounted["sdk"] } } };
}

const MEMBERS = ["name", "email", "phone", "locale", "context", "title"] as const;
const page = window as unknown as Page;
const script = document.currentScript as HTMLScriptElement | null;

function start(widgetId: string, settings: PageSettings): void {
  const said = page.frontdeskChat ?? {};
  const visitor: Record<string, unknown> = {};
  for (const member of MEMBERS) if (said[member] !== undefined) visitor[member] = said[member];
  const mounted = mount({ ...settings, widgetId, visitor });
  page.frontdeskChat = { ...said, open: () => mounted.open(), close: () => mounted.close() };
  // The agents' SDK may be on the same page.
  page.Microsoft ??= {};
  page.Microsoft.Omnichannel ??= {};
  page.Microsoft.Omnichannel.LiveChatWidget = { SDK: mounted.sdk };
}

const settings = settingsOf(script?.dataset ?? {}, script?.src || location.href, location.href);
const { widgetId } = settings;
if (widgetId && !document.querySelector("frontdesk-chat")) {
  if (document.body) start(widgetId, settings);
  else document.addEventListener("DOMContentLoaded", () => start(widgetId, settings));
}
