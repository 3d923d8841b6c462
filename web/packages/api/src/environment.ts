// What the browser gives and tests replace: time-outs, randomness, ids.

export interface Timers {
  set(callback: () => void, delayMs: number): unknown;
  clear(handle: unknown): void;
}

export interface Environment {
  timers: Timers;
  /** From 0 up to 1. */
  random(): number;
  newId(): string;
}

export const browserEnvironment: Environment = {
  timers: {
    set: (callback, delayMs) => setTimeout(callback, delayMs),
    clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  },
  random: Math.random,
  newId: () => timeOrderedId(),
};

/**
 * A UUID of version 7: milliseconds first, so that the server keeps what comes together together; the rest is random.
 * Made by hand: `crypto.randomUUID` makes version 4, and none on plain-HTTP pages.
 */
export function timeOrderedId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 5, rest = nowMs; index >= 0; index -= 1, rest = Math.floor(rest / 256)) bytes[index] = rest % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
