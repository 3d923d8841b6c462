// Remembers the visitor's key to their own conversation across pages and days. No cookies; where the browser refuses to
// store anything the chat lasts as long as the page.

export interface Remembered {
  /** Says who the visitor is, over several conversations. */
  token: string;
  /** The one that goes on; none after it was left behind. */
  conversationId?: string;
}

export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Memory {
  load(): Remembered | undefined;
  save(remembered: Remembered): void;
  forget(): void;
}

export function createMemory(widgetId: string, store: KeyValueStore | undefined): Memory {
  const key = `frontdesk.chat.${widgetId}`;
  let kept: Remembered | undefined;
  /** Storage may throw at any call: blocked by settings, full, or in a sandboxed frame. */
  const attempt = <Answer>(act: (store: KeyValueStore) => Answer): Answer | undefined => {
    try {
      return store && act(store);
    } catch {
      return undefined;
    }
  };
  return {
    load: () => kept ?? parse(attempt((store) => store.getItem(key)) ?? null),
    save(remembered) {
      kept = remembered;
      attempt((store) => store.setItem(key, JSON.stringify(remembered)));
    },
    forget() {
      kept = undefined;
      attempt((store) => store.removeItem(key));
    },
  };
}

/** Reading `localStorage` alone throws where storage is blocked. */
export function browserStore(): KeyValueStore | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function parse(text: string | null): Remembered | undefined {
  try {
    const value = JSON.parse(text ?? "null");
    if (typeof value?.token !== "string") return undefined;
    const { token, conversationId } = value;
    return typeof conversationId === "string" ? { token, conversationId } : { token };
  } catch {
    return undefined;
  }
}
