// Sends the visitor's messages one after the other, each with its own key, so that a repeat after a lost answer is the
// same message. Knows nothing of screens.

import { backoffMs, type Environment, NetworkError, ProblemError } from "@frontdesk/api";

import type { Outgoing } from "../files/load.ts";

export interface Draft {
  clientMessageId: string;
  text: string;
  files?: Outgoing | undefined;
}

export interface OutboxSettings {
  /** Resolves when the server has it. */
  send(draft: Draft): Promise<void>;
  onFailed(draft: Draft, reason: string): void;
  environment: Environment;
  /** Tries over a network that does not answer, before the visitor is asked. */
  tries?: number;
}

export class Outbox {
  readonly #settings: OutboxSettings;
  readonly #drafts: Draft[] = [];
  #busy = false;
  #attempt = 0;
  #wait: unknown;

  constructor(settings: OutboxSettings) {
    this.#settings = settings;
  }

  add(draft: Draft): void {
    this.#drafts.push(draft);
    void this.#work();
  }

  /** The connection is back: do not wait for the next try. */
  flush(): void {
    this.#settings.environment.timers.clear(this.#wait);
    void this.#work();
  }

  clear(): void {
    this.#settings.environment.timers.clear(this.#wait);
    this.#drafts.length = 0;
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let draft = this.#drafts[0]; draft; draft = this.#drafts[0]) {
      const error = await this.#settings.send(draft).then(
        () => undefined,
        (cause: unknown) => cause ?? "failed",
      );
      if (error !== undefined && this.#tryLater(error)) break;
      this.#attempt = 0;
      if (this.#drafts[0] === draft) this.#drafts.shift();
      if (error !== undefined) this.#settings.onFailed(draft, error instanceof Error ? error.message : String(error));
    }
    this.#busy = false;
  }

  #tryLater(error: unknown): boolean {
    const { environment, tries = 6 } = this.#settings;
    const busy = error instanceof ProblemError && (error.status === 503 || error.status === 429);
    if (!(error instanceof NetworkError || busy) || this.#attempt >= tries) return false;
    const asked = error instanceof ProblemError ? (error.retryAfterMs ?? 0) : 0;
    const wait = Math.max(asked, backoffMs(this.#attempt, environment.random, { firstMs: 1_000, maxMs: 15_000 }));
    this.#attempt += 1;
    this.#wait = environment.timers.set(() => void this.#work(), wait);
    return true;
  }
}
