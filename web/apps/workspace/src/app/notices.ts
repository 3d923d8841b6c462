/** Short words about something that just happened, shown until read. Knows no screen. */
import { createStore } from "zustand/vanilla";

export interface Notice {
  id: string;
  intent: "info" | "error";
  title: string;
  detail?: string | undefined;
  /** What it is about, to be opened from it. Such a notice is a colleague's: it stays until it is dismissed. */
  about?: readonly Subject[];
}

export interface Subject {
  conversationId: string;
  name: string;
}

const shownMax = 4;

export function createNotices(newId: () => string) {
  const store = createStore<{ notices: Notice[] }>(() => ({ notices: [] }));
  const add = (notice: Omit<Notice, "id">) =>
    store.setState(({ notices }) => ({ notices: [...notices, { id: newId(), ...notice }].slice(-shownMax) }));
  return {
    store,
    info: (title: string, detail?: string) => add({ intent: "info", title, detail }),
    error: (title: string, detail?: string) => add({ intent: "error", title, detail }),
    /** The same said about several conversations is one notice. */
    about(subject: Subject, title: string, detail: string): void {
      const same = store.getState().notices.find((known) => known.title === title && known.detail === detail);
      if (!same?.about) return void add({ intent: "info", title, detail, about: [subject] });
      const about = [...same.about.filter(({ conversationId }) => conversationId !== subject.conversationId), subject];
      store.setState(({ notices }) => ({
        notices: notices.map((known) => (known === same ? { ...same, about } : known)),
      }));
    },
    dismiss: (id: string) =>
      store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  };
}

export type Notices = ReturnType<typeof createNotices>;
