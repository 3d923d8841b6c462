// What the script's tag says about the widget: the product's `data-*` attributes, and our own short ones.
// `data-org-id` and `data-disable-telemetry` need nothing: the widget's id is enough, and nothing is ever sent home.

import { brandColor } from "../view/color.ts";

export interface PageSettings {
  widgetId: string | undefined;
  serverUrl: string;
  startsOpen: boolean;
  /** The page opens the chat itself. */
  hideButton: boolean;
  /** As in an app: the whole window, no header. */
  bare: boolean;
  /** The whole window, also of a desktop. */
  fillsWindow: boolean;
  /** In a window of its own. */
  inNewWindow: boolean;
  color: string | undefined;
  font: string | undefined;
  closeText: string | undefined;
}

export function settingsOf(said: DOMStringMap, scriptUrl: string, pageUrl: string): PageSettings {
  const says = (name: string) => said[name] !== undefined && said[name] !== "false";
  const serverUrl = new URL(said.orgUrl ?? scriptUrl, pageUrl).origin;
  return {
    // The visitor page itself has the widget's id in its address: `/chat/{widgetId}`.
    widgetId: said.appId ?? said.widgetId ?? new URL(pageUrl).pathname.match(/^\/chat\/([^/]+)/)?.[1],
    serverUrl,
    startsOpen: says("open"),
    hideButton: says("hideChatButton"),
    bare: says("renderMobile"),
    fillsWindow: says("enableLcwAutofill") || says("renderMobile"),
    inNewWindow: says("openInWindow"),
    color: said.colorOverride && brandColor(said.colorOverride),
    font: said.fontFamilyOverride,
    closeText: said.customCloseButtonText,
  };
}
