// `/sdk/omnichannel.js`: puts `Microsoft.Omnichannel` and `Microsoft.Apm` into the page that loads it. A page that has
// them already (the workspace itself) keeps its own.

import { browserEnvironment, createClient } from "@frontdesk/api";
import type { Ancestor } from "./bridge/frame-end.ts";
import { createPage } from "./page.ts";

/** The server the script came from; the workspace is nowhere else. */
const scriptUrl = (document.currentScript as HTMLScriptElement | null)?.src || location.href;

function ancestors(): Ancestor[] {
  const found: Ancestor[] = [];
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) found.push(frame.parent);
  return found;
}

const globals = window as unknown as { Microsoft?: Partial<Window["Microsoft"]> };
if (!globals.Microsoft?.Omnichannel) {
  const workspaceOrigin = new URL(scriptUrl).origin;
  const { Omnichannel, Apm, leave } = createPage({
    ancestors: ancestors(),
    workspaceOrigin,
    pageOrigin: location.origin,
    pageId: browserEnvironment.newId(),
    http: createClient({ baseUrl: workspaceOrigin }),
  });
  globals.Microsoft = { ...globals.Microsoft, Omnichannel, Apm };
  window.addEventListener("pagehide", leave);
}
