/** Short words about something that just happened, shown until read. Knows no screen. */
import { createStore } from "zustand/vanilla";

export interface Notice {
  id: string;
  intent: "info" | "error";
  title: string;
  detail?: string | undefined;
}

export function createNotices(newId: () => string) {
  const store = createStore<{ notices: Notice[] }>(() => ({ notices: [] }));
  const add = (intent: Notice["intent"], title: string, detail?: string) =>
    store.setState((state) => ({ notices: [...state.notices.slice(-3), { id: newId(), intent, title, detail }] }));
  return {
    store,
    info: (title: string, detail?: string) => add("info", title, detail),
    error: (title: string, detail?: string) => add("error", title, detail),
    dismiss: (id: string) =>
      store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  };
}

export type Notices = ReturnType<typeof createNotices>;
