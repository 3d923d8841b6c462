// The visitor's chat: what it is now and what can be done with it. Framework-free; network, storage and clock are
// passed in.

import {
  type Client,
  type ConversationStatus,
  createClient,
  type Environment,
  type NewConversation,
  ProblemError,
  type ReadMarks,
  type SocketLike,
  type StartedConversation,
  type VisitorConversation,
  type VisitorFrame,
  type VisitorMessage,
  type WidgetConfig,
} from "@frontdesk/api";
import type { Access, Outgoing } from "../files/load.ts";
import { Connection, type ConnectionState } from "./connection.ts";
import { type Draft, Outbox } from "./outbox.ts";
import type { Memory, Remembered } from "./storage.ts";
import {
  acknowledge,
  addQueued,
  countUnread,
  type Entry,
  lastNumber,
  markUnsent,
  NO_MARKS,
  receive,
} from "./transcript.ts";

/** What the page knows of its visitor. */
export type Visitor = Pick<NewConversation, "name" | "email" | "phone" | "locale" | "context" | "title">;

export interface Place {
  /** 1 is served next; none where the widget does not tell. */
  position: number | null;
  expectedWaitMs: number | null;
}

export interface ChatState {
  config: WidgetConfig | undefined;
  /** `new`: nothing was said yet; `over`: ended, may be read. */
  phase: "new" | "chatting" | "over";
  connection: ConnectionState;
  entries: readonly Entry[];
  marks: ReadMarks;
  agentName: string | null;
  /** Where the visitor stands in line, while nobody is there yet. */
  place: Place | undefined;
  /** Who is typing now. */
  typing: string | undefined;
  unread: number;
  /** Something went wrong that the visitor should know of. */
  notice: "unavailable" | "expired" | "start_failed" | "end_failed" | undefined;
}

/** By the names of the widget's questions. */
export type Answers = Record<string, string>;

/** What a page may want to know of. */
export type ChatEvent =
  | { type: "started" | "retrieved" | "sent" | "ended_by_agent" }
  | { type: "message"; message: VisitorMessage }
  | { type: "position"; isNext: boolean };

export interface ChatSettings {
  /** Where the server is; empty for the page's own. */
  serverUrl: string;
  widgetId: string;
  visitor: Visitor;
  /** Asked when a conversation begins; wins over what is known of the visitor. */
  context?(): Promise<Record<string, string>>;
  tell?(event: ChatEvent): void;
  memory: Memory;
  environment: Environment;
  fetch: typeof fetch;
  connect(url: string, protocols: string[]): SocketLike;
}

const VISITOR = "/api/v1/visitor";
const TYPING_SHOWN_MS = 6_000;
const TYPING_TOLD_EVERY_MS = 3_000;

export class Chat {
  readonly #settings: ChatSettings;
  readonly #client: Client;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  #state: ChatState;
  #known: Remembered | undefined;
  #connection: Connection | undefined;
  /** The visitor looks at the messages. */
  #watching = false;
  #readUpTo = 0;
  #typingShown: unknown;
  #typingTold = false;
  #starting: Promise<void> | undefined;
  #beginKey: string | undefined;
  /** What the page heard of, or never will: it was said before the page was there. */
  #toldUpTo = 0;

  constructor(settings: ChatSettings) {
    this.#settings = settings;
    const { serverUrl, fetch, environment } = settings;
    const token = () => this.#known?.token;
    this.#client = createClient({ baseUrl: serverUrl, fetch, environment, token });
    this.#outbox = new Outbox({
      environment,
      send: (draft) => this.#deliver(draft),
      onFailed: (draft, reason) => this.#entries((all) => markUnsent(all, draft.clientMessageId, "failed", reason)),
    });
    this.#state = {
      config: undefined,
      phase: "new",
      connection: "stopped",
      entries: [],
      marks: NO_MARKS,
      agentName: null,
      place: undefined,
      typing: undefined,
      unread: 0,
      notice: undefined,
    };
  }

  get state(): ChatState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fetches how the widget looks, and goes on with the conversation that this browser remembers. */
  async load(): Promise<void> {
    await this.refresh();
    this.#known = this.#settings.memory.load();
    if (this.#known?.conversationId) await this.#resume(this.#known.token);
  }

  /** How the widget looks now: its hours may have begun. */
  async refresh(): Promise<void> {
    try {
      this.#change({ config: await this.#client.get<WidgetConfig>(`${VISITOR}/widgets/${this.#settings.widgetId}`) });
    } catch {
      if (!this.#state.config) this.#change({ notice: "unavailable" });
    }
  }

  /** Begins without a message: after the survey, or because the page asks. */
  async begin(answers: Answers = {}): Promise<void> {
    if (this.#path() || this.#starting) return;
    this.#change({ notice: undefined });
    // The same key until it has begun: what the server did not answer may have begun all the same.
    this.#beginKey ??= this.#settings.environment.newId();
    try {
      await this.#start(this.#beginKey, { preChat: answers });
      this.#beginKey = undefined;
    } catch {
      this.#change({ notice: "start_failed" });
      // Perhaps it has closed in the meantime.
      await this.refresh();
    }
  }

  send(text: string, files?: Outgoing): void {
    const words = text.trim();
    if (!(words || files) || this.#state.phase === "over") return;
    const clientMessageId = this.#settings.environment.newId();
    this.#change({ entries: addQueued(this.#state.entries, clientMessageId, words, files), notice: undefined });
    this.#outbox.add({ clientMessageId, text: words, files });
  }

  /** The same message again, with the same key. */
  retry(clientMessageId: string): void {
    const entry = this.#state.entries.find(({ key }) => key === clientMessageId);
    if (entry?.unsent !== "failed") return;
    this.#entries((all) => markUnsent(all, clientMessageId, "queued"));
    this.#outbox.add({ clientMessageId, text: entry.text, files: entry.outgoing });
  }

  get serverUrl(): string {
    return this.#settings.serverUrl;
  }

  /** Where the conversation's files are. */
  get access(): Access {
    return { url: `${this.serverUrl}${this.#path()}/files`, token: this.#known?.token };
  }

  /** The visitor types; told at most every few seconds. */
  type(): void {
    if (this.#typingTold || this.#state.phase !== "chatting") return;
    this.#typingTold = true;
    this.#settings.environment.timers.set(() => {
      this.#typingTold = false;
    }, TYPING_TOLD_EVERY_MS);
    void this.#connection?.say({ type: "typing" });
  }

  /** Whether the messages are on screen now: what is seen counts as read. */
  watch(watching: boolean): void {
    this.#watching = watching;
    this.#tellMarks();
  }

  async end(): Promise<void> {
    const path = this.#path();
    if (!path) return;
    try {
      await this.#client.post(`${path}/end`);
      this.#finish();
    } catch (cause) {
      if (cause instanceof ProblemError && cause.status === 409) this.#finish();
      else this.#change({ notice: "end_failed" });
    }
  }

  /** Leaves what is over behind; the visitor stays the same one. */
  startAnew(): void {
    this.#connection?.stop();
    this.#outbox.clear();
    if (this.#known) this.#know({ token: this.#known.token });
    this.#readUpTo = 0;
    this.#toldUpTo = 0;
    const empty = {
      entries: [],
      marks: NO_MARKS,
      agentName: null,
      place: undefined,
      typing: undefined,
      unread: 0,
      notice: undefined,
    };
    this.#change({ phase: "new", ...empty });
  }

  /** The page lets go of the chat; the conversation stays. */
  stop(): void {
    this.#connection?.stop();
    this.#outbox.clear();
  }

  /** The browser is back online. */
  online(): void {
    this.#connection?.retryNow();
    this.#outbox.flush();
  }

  /** A message on its way: the first one starts the conversation. */
  async #deliver({ clientMessageId, text, files }: Draft): Promise<void> {
    await this.#starting?.catch(() => {});
    if (!this.#path()) {
      // Files go into a conversation that is there.
      if (files) await this.#start(`${clientMessageId}-start`, {});
      else return this.#start(clientMessageId, { text, clientMessageId });
    }
    const path = this.#path();
    const attachments = await files?.upload(this.access, clientMessageId);
    type Sent = { number: number; sentAt: string };
    const sent = await this.#client.post<Sent>(`${path}/messages`, { text, clientMessageId, attachments });
    this.#entries((all) => acknowledge(all, clientMessageId, sent.number, sent.sentAt));
    this.#settings.tell?.({ type: "sent" });
  }

  /** A message's own key is also the start's: asking again after a lost answer starts nothing twice. */
  #start(idempotencyKey: string, more: Partial<NewConversation>): Promise<void> {
    this.#starting = this.#startOnce(idempotencyKey, more).finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #startOnce(idempotencyKey: string, more: Partial<NewConversation>): Promise<void> {
    const { widgetId, visitor, context, tell } = this.#settings;
    const provided = await context?.();
    const body: NewConversation = {
      ...visitor,
      ...(provided && { context: { ...visitor.context, ...provided } }),
      widgetId,
      ...more,
    };
    const options = { idempotencyKey };
    const ask = () => this.#client.post<StartedConversation>(`${VISITOR}/conversations`, body, options);
    const started = await ask().catch((cause) => {
      if (!this.#known || !isExpired(cause)) throw cause;
      this.#forget();
      return ask();
    });
    const token = started.token ?? this.#known?.token;
    if (!token) throw new Error("The server gave no key to the conversation.");
    this.#know({ token, conversationId: started.conversationId });
    this.#become(started.conversation);
    this.#connect(token);
    tell?.({ type: "started" });
    if (more.text !== undefined) tell?.({ type: "sent" });
  }

  async #resume(token: string): Promise<void> {
    const path = this.#path();
    if (!path) return;
    try {
      const conversation = await this.#client.get<VisitorConversation>(path);
      // What was read before stays read; it is known to the server alone.
      this.#readUpTo = conversation.marks.customerRead;
      this.#toldUpTo = conversation.lastNumber;
      this.#become(conversation);
      this.#settings.tell?.({ type: "retrieved" });
    } catch (cause) {
      if (isExpired(cause)) {
        this.#expire();
        return;
      }
      this.#change({ phase: "chatting" });
    }
    this.#connect(token);
  }

  #connect(token: string): void {
    const path = this.#path();
    if (!path) return;
    const { serverUrl, connect, environment } = this.#settings;
    this.#connection = new Connection({
      path,
      socketBase: socketBase(serverUrl),
      token,
      client: this.#client,
      connect,
      environment,
      after: () => lastNumber(this.#state.entries),
      onFrame: (frame) => this.#hear(frame),
      onState: (connection) => this.#connectionChanged(connection),
      onExpired: () => this.#expire(),
    });
    this.#connection.start();
  }

  #hear(frame: VisitorFrame): void {
    switch (frame.type) {
      case "hello":
      case "status":
        this.#change({ agentName: frame.agentName, place: frame.status === "open" ? this.#state.place : undefined });
        if (this.#isOver(frame.status)) this.#finish();
        if (frame.status === "closed") this.#connection?.letGo();
        break;
      case "message":
        if (frame.message.from === "agent") this.#hideTyping();
        this.#entries((all) => receive(all, frame.message));
        this.#tellMarks();
        this.#tellOf(frame.message);
        break;
      case "marks":
        this.#change({ marks: frame.marks });
        break;
      case "position":
        this.#change({ place: { position: frame.queuePosition ?? null, expectedWaitMs: frame.expectedWaitMs } });
        this.#settings.tell?.({ type: "position", isNext: frame.nextInLine === true });
        break;
      case "typing":
        this.#showTyping(frame.name);
        break;
      case "pong":
      case "error":
        break;
    }
  }

  /** Each message once, and nothing of one's own. */
  #tellOf(message: VisitorMessage): void {
    if (message.number <= this.#toldUpTo) return;
    this.#toldUpTo = message.number;
    if (message.from === "customer") return;
    this.#settings.tell?.({ type: "message", message });
    if (message.event === "agent_ended") this.#settings.tell?.({ type: "ended_by_agent" });
  }

  #connectionChanged(connection: ConnectionState): void {
    this.#change({ connection });
    if (connection !== "live" && connection !== "polling") return;
    this.#outbox.flush();
    this.#tellMarks();
    if (connection === "live") void this.#refreshMarks();
  }

  /** Marks that moved while the connection was away are not told again. */
  async #refreshMarks(): Promise<void> {
    const path = this.#path();
    const conversation = path && (await this.#client.get<VisitorConversation>(path).catch(() => undefined));
    if (conversation) this.#change({ marks: furthest(this.#state.marks, conversation.marks) });
  }

  #tellMarks(): void {
    const delivered = lastNumber(this.#state.entries);
    const before = { delivered: this.#state.marks.customerDelivered, read: this.#readUpTo };
    if (this.#watching) this.#readUpTo = Math.max(this.#readUpTo, delivered);
    this.#change({ unread: countUnread(this.#state.entries, this.#readUpTo) });
    if (delivered <= before.delivered && this.#readUpTo <= before.read) return;
    this.#change({ marks: { ...this.#state.marks, customerDelivered: Math.max(before.delivered, delivered) } });
    void this.#connection?.say({ type: "marks", delivered, read: this.#readUpTo });
  }

  #showTyping(name: string): void {
    const { timers } = this.#settings.environment;
    timers.clear(this.#typingShown);
    this.#change({ typing: name });
    this.#typingShown = timers.set(() => this.#change({ typing: undefined }), TYPING_SHOWN_MS);
  }

  #hideTyping(): void {
    this.#settings.environment.timers.clear(this.#typingShown);
    this.#change({ typing: undefined });
  }

  #become({ status, agentName, marks }: VisitorConversation): void {
    this.#change({ phase: "chatting", agentName: agentName ?? null, marks: furthest(this.#state.marks, marks) });
    if (this.#isOver(status)) this.#finish();
  }

  /** In wrap-up the customer's part of a live chat is over; a persistent one goes on with the next message. */
  #isOver(status: ConversationStatus): boolean {
    return status === "closed" || (status === "wrap_up" && this.#state.config?.mode !== "persistent_chat");
  }

  #expire(): void {
    this.#forget();
    this.startAnew();
    this.#change({ notice: "expired" });
  }

  #know(known: Remembered): void {
    this.#known = known;
    this.#settings.memory.save(known);
  }

  #forget(): void {
    this.#known = undefined;
    this.#settings.memory.forget();
  }

  #finish(): void {
    this.#hideTyping();
    this.#change({ phase: "over" });
  }

  #path(): string | undefined {
    const id = this.#known?.conversationId;
    return id && `${VISITOR}/conversations/${id}`;
  }

  #entries(change: (entries: readonly Entry[]) => readonly Entry[]): void {
    this.#change({ entries: change(this.#state.entries) });
  }

  #change(change: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The key opens nothing any more, or not this conversation. */
function isExpired(cause: unknown): boolean {
  return cause instanceof ProblemError && (cause.status === 401 || cause.status === 404);
}

function furthest(a: ReadMarks, b: ReadMarks): ReadMarks {
  return {
    customerDelivered: Math.max(a.customerDelivered, b.customerDelivered),
    customerRead: Math.max(a.customerRead, b.customerRead),
    agentDelivered: Math.max(a.agentDelivered, b.agentDelivered),
    agentRead: Math.max(a.agentRead, b.agentRead),
  };
}

function socketBase(serverUrl: string): string {
  return (serverUrl || location.origin).replace(/^http/, "ws");
}
