/** What a form waits for before it saves: inputs that ask the server how their value is written. */
import { createContext, useContext } from "react";

export class Pending {
  readonly #open = new Set<Promise<unknown>>();

  add(work: Promise<unknown>): void {
    const settled = work.catch(() => undefined).then(() => void this.#open.delete(settled));
    this.#open.add(settled);
  }

  async settled(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
  }
}

export const PendingContext = createContext(new Pending());
export const usePending = () => useContext(PendingContext);
