// The framed page's end of the bridge: finds the workspace above, keeps a copy of its sessions, and carries calls over.
// Knows nothing of what the calls mean.

import { browserEnvironment, type Environment } from "@frontdesk/api";
import { ApiError, fromPlain } from "../failure.ts";
import type { SessionHost } from "../host.ts";
import {
  type Hello,
  type MirroredState,
  PROTOCOL,
  type SESSION_METHODS,
  type ToFrame,
  type ToWorkspace,
} from "./protocol.ts";
import type { PortLike } from "./workspace-end.ts";

/** A window above, or what is used of one. */
export interface Ancestor {
  postMessage(message: unknown, targetOrigin: string, transfer: Transferable[]): void;
}

export interface FrameSettings {
  /** From the parent to the top. */
  ancestors: readonly Ancestor[];
  /** Where the workspace is served: nobody else gets the hello. */
  workspaceOrigin: string;
  environment?: Environment;
  newChannel?: () => { port1: PortLike; port2: PortLike };
  handshakeMs?: number;
  callMs?: number;
}

/** The workspace may still be starting when a framed page is ready, so the hello is repeated. */
const HELLO_AGAIN_MS = [0, 200, 600, 1_500, 3_000];

/** Until the workspace has answered there is a home session and nothing else. */
export const HOME_ALONE: MirroredState = {
  sessions: [
    { sessionId: "home", title: "Home", isDefault: true, canClose: false, context: {}, tabs: [], focusedTabId: "" },
  ],
  focusedSessionId: "home",
  sessionsMax: 0,
  sessionsThatTakeTabs: [],
};

export class FrameEnd implements SessionHost {
  /** Resolved by the welcome; rejected by a refusal or when nobody answers. */
  readonly ready: Promise<void>;
  readonly #settings: FrameSettings;
  readonly #environment: Environment;
  readonly #listeners = new Set<() => void>();
  readonly #calls = new Map<number, (message: Extract<ToFrame, { type: "result" | "error" }>) => void>();
  #state = HOME_ALONE;
  #port: PortLike | undefined;
  #lastCall = 0;

  constructor(settings: FrameSettings) {
    this.#settings = settings;
    this.#environment = settings.environment ?? browserEnvironment;
    this.ready = this.#shakeHands();
    // Whoever calls hears of a failure; a page that calls nothing shall not log an unhandled one.
    this.ready.catch(() => {});
  }

  /** Carries a call to the workspace once it is connected. */
  async call<Answer>(method: string, args: unknown[]): Promise<Answer> {
    await this.ready;
    const id = ++this.#lastCall;
    const { timers } = this.#environment;
    return new Promise<Answer>((resolve, reject) => {
      const limit = timers.set(() => {
        this.#calls.delete(id);
        reject(
          new ApiError("timeout", `The workspace did not answer ${method} in time. It may have been carried out.`),
        );
      }, this.#settings.callMs ?? 30_000);
      this.#calls.set(id, (message) => {
        timers.clear(limit);
        if (message.type === "result") resolve(message.value as Answer);
        else reject(fromPlain(message.error));
      });
      try {
        this.#port?.postMessage({ type: "call", id, method, args } satisfies ToWorkspace);
      } catch {
        timers.clear(limit);
        this.#calls.delete(id);
        reject(
          new ApiError("invalid_input", "The arguments hold something that cannot be copied, such as a function."),
        );
      }
    });
  }

  /** The page goes: the workspace need not tell it more. */
  leave(): void {
    this.#port?.postMessage({ type: "bye" } satisfies ToWorkspace);
  }

  state(): MirroredState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  canCreateTab(sessionId: string): boolean {
    return this.#state.sessionsThatTakeTabs.includes(sessionId);
  }

  createSession = this.#forward("createSession");
  closeSession = this.#forward("closeSession");
  focusSession = this.#forward("focusSession");
  requestFocusSession = this.#forward("requestFocusSession");
  updateContext = this.#forward("updateContext");
  createTab = this.#forward("createTab");
  closeTab = this.#forward("closeTab");
  focusTab = this.#forward("focusTab");
  refreshTab = this.#forward("refreshTab");

  #forward<Name extends (typeof SESSION_METHODS)[number]>(name: Name): SessionHost[Name] {
    return ((...args: unknown[]) => this.call(name, args)) as SessionHost[Name];
  }

  #shakeHands(): Promise<void> {
    const { timers } = this.#environment;
    const { ancestors, handshakeMs = 6_000 } = this.#settings;
    if (ancestors.length === 0) return Promise.reject(noWorkspace());
    return new Promise((resolve, reject) => {
      const waits: unknown[] = [];
      const done = (finish: () => void) => {
        for (const wait of waits) timers.clear(wait);
        finish();
      };
      const hear = (port: PortLike, message: ToFrame) => {
        if (this.#port) return this.#port === port ? this.#read(message) : undefined;
        if (message.type === "refused") done(() => reject(fromPlain(message.error)));
        if (message.type !== "welcome") return;
        this.#port = port;
        this.#state = message.state;
        done(resolve);
      };
      const hello = () => {
        for (const ancestor of ancestors) this.#sayHello(ancestor, hear);
      };
      for (const delay of HELLO_AGAIN_MS) waits.push(timers.set(hello, delay));
      waits.push(timers.set(() => done(() => reject(noWorkspace())), handshakeMs));
    });
  }

  #sayHello(ancestor: Ancestor, hear: (port: PortLike, message: ToFrame) => void): void {
    const newChannel = this.#settings.newChannel ?? (() => new MessageChannel());
    const { port1, port2 } = newChannel();
    port1.onmessage = ({ data }) => hear(port1, data);
    const hello: Hello = { protocol: PROTOCOL, type: "hello" };
    ancestor.postMessage(hello, this.#settings.workspaceOrigin, [port2 as unknown as Transferable]);
  }

  #read(message: ToFrame): void {
    if (message.type === "state") {
      this.#state = message.state;
      for (const listener of this.#listeners) listener();
    } else if (message.type === "result" || message.type === "error") {
      this.#calls.get(message.id)?.(message);
      this.#calls.delete(message.id);
    }
  }
}

export function noWorkspace(): ApiError {
  return new ApiError("no_workspace", "This page is not framed in a workspace, and the call needs one.");
}
