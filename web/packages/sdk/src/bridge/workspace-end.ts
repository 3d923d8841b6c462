// The workspace's end of the bridge: answers framed pages of allowed origins. They reach the documented methods alone,
// never the host or its HTTP.

import { ApiError, type PlainError, toApiError, toPlain } from "../failure.ts";
import type { Host } from "../host.ts";
import { isAllowedOrigin } from "./origins.ts";
import {
  isHello,
  type MirroredState,
  OMNICHANNEL_METHODS,
  SESSION_METHODS,
  type ToFrame,
  type ToWorkspace,
} from "./protocol.ts";

/** What is used of a `MessagePort`. */
export interface PortLike {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** What is used of the workspace's window. */
export interface WindowLike {
  readonly origin: string;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  removeEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

type Method = (...args: never[]) => unknown;

/** Answers until the returned function is called. */
export function serveFrames(host: Host, omnichannel: Microsoft.Omnichannel.Api, page: WindowLike): () => void {
  const methods = methodTable(host, omnichannel);
  const ports = new Set<PortLike>();
  const isAllowed = (origin: string) => isAllowedOrigin(origin, host.framedOrigins(), page.origin);

  function hear(event: MessageEvent): void {
    const port: PortLike | undefined = event.ports[0];
    if (!isHello(event.data) || !port) return;
    if (!isAllowed(event.origin)) {
      say(port, { type: "refused", error: refusal(event.origin) });
      return;
    }
    ports.add(port);
    port.onmessage = ({ data }) => answer(port, event.origin, data);
    say(port, { type: "welcome", state: mirror(host) });
  }

  async function answer(port: PortLike, origin: string, message: ToWorkspace): Promise<void> {
    if (message?.type === "bye") {
      ports.delete(port);
      port.close();
    } else if (message?.type === "call") {
      const { id, method, args } = message;
      // The list may have changed since the hello.
      const outcome = isAllowed(origin) ? await carryOut(methods.get(method), method, args) : failed(refusal(origin));
      say(port, { ...outcome, id });
    }
  }

  page.addEventListener("message", hear);
  const unsubscribe = host.subscribe(() => {
    const state = mirror(host);
    for (const port of ports) say(port, { type: "state", state });
  });
  return () => {
    page.removeEventListener("message", hear);
    unsubscribe();
    for (const port of ports) port.close();
    ports.clear();
  };
}

function methodTable(host: Host, omnichannel: Microsoft.Omnichannel.Api): Map<string, Method> {
  const table = new Map<string, Method>();
  for (const name of OMNICHANNEL_METHODS) table.set(name, omnichannel[name].bind(omnichannel));
  for (const name of SESSION_METHODS) table.set(name, (host[name] as Method).bind(host));
  return table;
}

type Outcome = { type: "result"; value: unknown } | { type: "error"; error: PlainError };

async function carryOut(method: Method | undefined, name: string, args: unknown[]): Promise<Outcome> {
  if (!method) return failed(toPlain(new ApiError("unknown_method", `There is no method "${name}".`)));
  try {
    return { type: "result", value: await method(...(args as never[])) };
  } catch (cause) {
    const error = (cause as Partial<Microsoft.Omnichannel.Failure> | null)?.error ?? cause;
    return failed(toPlain(toApiError(error)));
  }
}

function failed(error: PlainError): Outcome {
  return { type: "error", error };
}

function refusal(origin: string): PlainError {
  const message = `Pages of ${origin} may not call the workspace. An administrator can add the origin to the organisation's framed origins.`;
  return { code: "origin_not_allowed", message };
}

function mirror(host: Host): MirroredState {
  const state = host.state();
  const takesTabs = state.sessions.filter((session) => host.canCreateTab(session.sessionId));
  return { ...state, sessionsThatTakeTabs: takesTabs.map((session) => session.sessionId) };
}

function say(port: PortLike, message: ToFrame): void {
  try {
    port.postMessage(message);
  } catch {
    // A value that cannot be copied between windows (a function in a context): the frame gets the words instead.
    if (message.type !== "result") return;
    const error = { code: "not_copyable", message: "The answer cannot be copied to a framed page." };
    port.postMessage({ type: "error", id: message.id, error } satisfies ToFrame);
  }
}
