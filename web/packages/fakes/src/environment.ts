// A clock that only moves when told, dice that always show the same, ids that count.

import type { Environment } from "@frontdesk/api";

export interface ManualEnvironment extends Environment {
  /** Runs every time-out that is due within so long. */
  advance(milliseconds: number): void;
  /** When the next one is due, from now; none when nothing waits. */
  nextDueMs(): number | undefined;
}

export function manualEnvironment(): ManualEnvironment {
  const waiting = new Map<number, { due: number; callback: () => void }>();
  let now = 0;
  let last = 0;
  let ids = 0;
  const first = () => [...waiting].sort(([, a], [, b]) => a.due - b.due)[0];
  return {
    timers: {
      set: (callback, delayMs) => {
        last += 1;
        waiting.set(last, { due: now + delayMs, callback });
        return last;
      },
      clear: (handle) => waiting.delete(handle as number),
    },
    random: () => 0.5,
    newId: () => `id-${++ids}`,
    nextDueMs: () => {
      const next = first();
      return next && next[1].due - now;
    },
    advance(milliseconds) {
      const until = now + milliseconds;
      for (let next = first(); next && next[1].due <= until; next = first()) {
        const [handle, { due, callback }] = next;
        waiting.delete(handle);
        now = due;
        callback();
      }
      now = until;
    },
  };
}

/** Lets promises that are settled run on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
}
