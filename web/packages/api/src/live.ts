// The agents' live stream: one WebSocket that resumes from its last number after any interruption, so that each event
// arrives once and in order. Knows nothing of what events mean. Socket, timers and randomness are passed in.

import { type BackoffSettings, backoffMs } from "./backoff.ts";
import { browserEnvironment, type Environment } from "./environment.ts";
import type { LiveCommand, LiveEvent, LiveFrame } from "./types.ts";

/** What is used of a WebSocket. */
export interface SocketLike {
  onopen: ((event: unknown) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code?: number; reason?: string }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export type LiveState = "connecting" | "live" | "waiting" | "stopped";

export interface LiveListeners {
  /** Everything after the last number, each once and in order. */
  onEvent(event: LiveEvent, sequence: number, at: string): void;
  onTyping?(frame: Extract<LiveFrame, { type: "typing" }>): void;
  /** Too much was missed, or this is the first connection: fetch the lists anew. */
  onReset(sequence: number): void;
  onState?(state: LiveState): void;
  /** The server refused: `unauthenticated` means sign in again. */
  onRefused?(code: string, detail: string): void;
}

export interface LiveSettings extends LiveListeners {
  /** `wss://…/api/v1/live`; `after` is added. */
  url: string;
  connect?: (url: string, protocols: string[]) => SocketLike;
  token?: () => string | undefined;
  environment?: Environment;
  backoff?: BackoffSettings;
  /** A silent stream is asked for a sign of life after this, and given up after as long again. */
  silenceMs?: number;
}

/** Codes after which trying again is pointless until somebody signs in. */
const FINAL_CODES = new Set(["unauthenticated", "forbidden"]);

export class LiveStream {
  readonly #settings: LiveSettings;
  readonly #environment: Environment;
  #socket: SocketLike | undefined;
  #sequence: number | undefined;
  #attempt = 0;
  #state: LiveState = "stopped";
  #retry: unknown;
  #silence: unknown;

  constructor(settings: LiveSettings) {
    this.#settings = settings;
    this.#environment = settings.environment ?? browserEnvironment;
  }

  get state(): LiveState {
    return this.#state;
  }

  /** The last number that was handled. */
  get sequence(): number | undefined {
    return this.#sequence;
  }

  /** `after`: the number that came with the lists, if they were fetched first. */
  start(after?: number): void {
    if (this.#state !== "stopped") return;
    this.#sequence = after ?? this.#sequence;
    this.#attempt = 0;
    this.#open();
  }

  stop(): void {
    this.#setState("stopped");
    this.#environment.timers.clear(this.#retry);
    this.#drop();
  }

  /** At once instead of after the wait: the browser came back online or the laptop woke up. */
  retryNow(): void {
    if (this.#state !== "waiting") return;
    this.#environment.timers.clear(this.#retry);
    this.#open();
  }

  /** False when there is no connection: typing and the like are not worth keeping. */
  send(command: LiveCommand): boolean {
    if (this.#state !== "live" || !this.#socket) return false;
    this.#socket.send(JSON.stringify(command));
    return true;
  }

  #open(): void {
    this.#setState("connecting");
    const { url, token, connect = browserSocket } = this.#settings;
    const bearer = token?.();
    const protocols = bearer === undefined ? ["frontdesk.v1"] : ["frontdesk.v1", `bearer.${bearer}`];
    let socket: SocketLike;
    try {
      socket = connect(this.#sequence === undefined ? url : `${url}?after=${this.#sequence}`, protocols);
    } catch {
      this.#wait();
      return;
    }
    this.#socket = socket;
    this.#watchSilence();
    const current = (act: () => void) => {
      if (this.#socket === socket) act();
    };
    socket.onmessage = (event) => current(() => this.#read(event.data));
    socket.onclose = () => current(() => this.#lost());
    socket.onerror = null;
  }

  #read(data: unknown): void {
    this.#watchSilence();
    const frame = parse(data);
    if (!frame) return;
    switch (frame.type) {
      case "hello":
        this.#greeted(frame.sequence, frame.resumed);
        break;
      case "event":
        this.#event(frame);
        break;
      case "progress":
        this.#sequence = Math.max(this.#sequence ?? 0, frame.sequence);
        break;
      case "typing":
        this.#settings.onTyping?.(frame);
        break;
      case "error":
        if (FINAL_CODES.has(frame.code)) this.stop();
        this.#settings.onRefused?.(frame.code, frame.detail);
        break;
      case "pong":
        break;
    }
  }

  /** A resumed stream may overlap with what arrived before. */
  #event({ event, sequence, at }: Extract<LiveFrame, { type: "event" }>): void {
    if (this.#sequence !== undefined && sequence <= this.#sequence) return;
    this.#sequence = sequence;
    this.#settings.onEvent(event, sequence, at);
  }

  #greeted(sequence: number, resumed: boolean): void {
    this.#attempt = 0;
    this.#setState("live");
    if (resumed) return;
    this.#sequence = sequence;
    this.#settings.onReset(sequence);
  }

  #lost(): void {
    this.#drop();
    if (this.#state !== "stopped") this.#wait();
  }

  #wait(): void {
    this.#setState("waiting");
    const settings = this.#settings.backoff ?? { firstMs: 500, maxMs: 15_000 };
    const delay = backoffMs(this.#attempt, this.#environment.random, settings);
    this.#attempt += 1;
    this.#retry = this.#environment.timers.set(() => this.#open(), delay);
  }

  /** Half-open connections (a laptop that slept, a proxy that forgot) say nothing: ask, then give up. */
  #watchSilence(): void {
    const { timers } = this.#environment;
    const silenceMs = this.#settings.silenceMs ?? 25_000;
    timers.clear(this.#silence);
    this.#silence = timers.set(() => {
      this.send({ type: "ping" });
      this.#silence = timers.set(() => this.#lost(), silenceMs);
    }, silenceMs);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#environment.timers.clear(this.#silence);
    socket?.close();
  }

  #setState(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#settings.onState?.(state);
  }
}

/** Frames of a kind that this client does not know yet are passed over. */
function parse(data: unknown): LiveFrame | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const frame = JSON.parse(data);
    return typeof frame?.type === "string" ? frame : undefined;
  } catch {
    return undefined;
  }
}

function browserSocket(url: string, protocols: string[]): SocketLike {
  return new WebSocket(url, protocols) as SocketLike;
}
