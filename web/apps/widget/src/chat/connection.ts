// The visitor's live connection: a WebSocket that resumes by message number and, where sockets do not get through, a
// long-poll instead. Knows nothing of what frames mean.

import {
  backoffMs,
  type Client,
  type Environment,
  ProblemError,
  type SocketLike,
  type VisitorCommand,
  type VisitorConversation,
  type VisitorFrame,
  type VisitorMessage,
} from "@frontdesk/api";

export type ConnectionState = "connecting" | "live" | "polling" | "waiting" | "stopped";

export interface ConnectionSettings {
  /** `…/api/v1/visitor/conversations/{id}`, without the server. */
  path: string;
  /** `wss://host`. */
  socketBase: string;
  token: string;
  client: Client;
  connect(url: string, protocols: string[]): SocketLike;
  environment: Environment;
  /** The last message number without a gap. */
  after(): number;
  onFrame(frame: VisitorFrame): void;
  onState(state: ConnectionState): void;
  /** The token opens nothing any more. */
  onExpired(): void;
}

/** So many sockets in a row that never said hello mean that something on the way blocks them. */
const SOCKETS_TRIED = 2;
const POLL_WAIT_MS = 25_000;
const SILENCE_MS = 25_000;
/** A socket that is let through says hello long before this. */
const HELLO_MS = 8_000;
/** While polling, sockets get another chance so often. */
const SOCKET_AGAIN_MS = 120_000;

export class Connection {
  readonly #settings: ConnectionSettings;
  #state: ConnectionState = "stopped";
  #socket: SocketLike | undefined;
  #greeted = false;
  #isDone = false;
  #mute = 0;
  #attempt = 0;
  #retry: unknown;
  #silence: unknown;
  /** Tells rounds of polling apart: an older one ends when it sees a newer number. */
  #round = 0;

  constructor(settings: ConnectionSettings) {
    this.#settings = settings;
  }

  start(): void {
    if (this.#state === "stopped") this.#open();
  }

  stop(): void {
    this.#setState("stopped");
    this.#round += 1;
    this.#timers.clear(this.#retry);
    this.#drop();
  }

  /** Nothing more will come: do not come back when the connection ends. */
  letGo(): void {
    this.#isDone = true;
    if (this.#state !== "live") this.stop();
  }

  /** The browser is back online. */
  retryNow(): void {
    if (this.#state !== "waiting") return;
    this.#timers.clear(this.#retry);
    this.#open();
  }

  async say(command: Exclude<VisitorCommand, { type: "ping" }>): Promise<void> {
    if (this.#state === "live") {
      this.#socket?.send(JSON.stringify(command));
    } else if (this.#state === "polling") {
      const { type, ...body } = command;
      // Fleeting: what fails here is said again with the next one.
      await this.#settings.client.post(`${this.#settings.path}/${type}`, body).catch(() => {});
    }
  }

  get #timers() {
    return this.#settings.environment.timers;
  }

  #open(): void {
    this.#setState("connecting");
    const { connect, socketBase, path, token, after } = this.#settings;
    this.#greeted = false;
    let socket: SocketLike;
    try {
      socket = connect(`${socketBase}${path}/live?after=${after()}`, ["frontdesk.v1", `bearer.${token}`]);
    } catch {
      this.#lost();
      return;
    }
    this.#socket = socket;
    this.#watchSilence();
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket) this.#read(data);
    };
    socket.onclose = () => {
      if (this.#socket === socket) this.#lost();
    };
  }

  #read(data: unknown): void {
    const frame = parse(data);
    if (!frame) return;
    if (frame.type === "hello") {
      this.#greeted = true;
      this.#mute = 0;
      this.#attempt = 0;
      this.#setState("live");
    }
    this.#watchSilence();
    this.#settings.onFrame(frame);
    if (frame.type === "error" && frame.code === "unauthenticated") this.#expire();
  }

  #lost(): void {
    const greeted = this.#greeted;
    this.#drop();
    if (this.#state === "stopped") return;
    if (this.#isDone) {
      this.stop();
      return;
    }
    if (!greeted) this.#mute += 1;
    if (this.#mute >= SOCKETS_TRIED) void this.#poll(++this.#round);
    else this.#wait(() => this.#open());
  }

  #wait(next: () => void): void {
    this.#setState("waiting");
    const wait = backoffMs(this.#attempt, this.#settings.environment.random, { firstMs: 500, maxMs: 15_000 });
    this.#attempt += 1;
    this.#retry = this.#timers.set(next, wait);
  }

  /** Answers that hold nothing are normal: the server holds each request until there is something or time is up. */
  async #poll(round: number): Promise<void> {
    const { client, path, after, onFrame } = this.#settings;
    const socketAgain = this.#timers.set(() => this.#leavePolling(round), SOCKET_AGAIN_MS);
    let waitMs = 0;
    while (round === this.#round) {
      try {
        const query = { after: after(), waitMs };
        const { items } = await client.get<{ items: VisitorMessage[] }>(`${path}/messages`, query);
        if (round !== this.#round) break;
        this.#attempt = 0;
        this.#setState("polling");
        for (const message of items) onFrame({ type: "message", message });
        const { status, agentName, marks, ...place } = await client.get<VisitorConversation>(path);
        onFrame({ type: "status", status, agentName: agentName ?? null });
        const { queuePosition, expectedWaitMs = null } = place;
        if (queuePosition) onFrame({ type: "position", queuePosition, expectedWaitMs });
        else if (expectedWaitMs !== null) onFrame({ type: "position", expectedWaitMs });
        onFrame({ type: "marks", marks });
        waitMs = POLL_WAIT_MS;
      } catch (cause) {
        this.#timers.clear(socketAgain);
        if (round === this.#round) this.#pollFailed(cause);
        return;
      }
    }
    this.#timers.clear(socketAgain);
  }

  /** The server cannot be reached at all, so nothing is known about sockets: begin anew. */
  #pollFailed(cause: unknown): void {
    this.#round += 1;
    if (cause instanceof ProblemError && (cause.status === 401 || cause.status === 404)) {
      this.#expire();
      return;
    }
    this.#mute = 0;
    this.#wait(() => this.#open());
  }

  #leavePolling(round: number): void {
    if (round !== this.#round) return;
    this.#round += 1;
    // One mute socket is enough to go back.
    this.#mute = SOCKETS_TRIED - 1;
    this.#open();
  }

  #expire(): void {
    this.stop();
    this.#settings.onExpired();
  }

  #watchSilence(): void {
    this.#timers.clear(this.#silence);
    if (!this.#greeted) {
      this.#silence = this.#timers.set(() => this.#lost(), HELLO_MS);
      return;
    }
    this.#silence = this.#timers.set(() => {
      this.#socket?.send(JSON.stringify({ type: "ping" } satisfies VisitorCommand));
      this.#silence = this.#timers.set(() => this.#lost(), SILENCE_MS);
    }, SILENCE_MS);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#timers.clear(this.#silence);
    socket?.close();
  }

  #setState(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#settings.onState(state);
  }
}

function parse(data: unknown): VisitorFrame | undefined {
  try {
    const frame = JSON.parse(String(data));
    return typeof frame?.type === "string" ? frame : undefined;
  } catch {
    return undefined;
  }
}
