// How long to wait before trying again. Knows nothing of what is tried.

export interface BackoffSettings {
  firstMs: number;
  maxMs: number;
}

/**
 * Doubles from `firstMs` to `maxMs`; the wait is drawn from the upper half of that, so that clients which lost the
 * server together do not return together.
 */
export function backoffMs(attempt: number, random: () => number, { firstMs, maxMs }: BackoffSettings): number {
  const ceiling = Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
