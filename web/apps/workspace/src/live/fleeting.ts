/** What is true for a moment: who is typing, and how the connection is. Knows no socket. */
import { createStore } from "zustand/vanilla";

export type ConnectionState = "connecting" | "live" | "lost" | "signed_out";

export interface Typing {
  name: string;
  from: "customer" | "agent";
  untilMs: number;
}

/** Typing is forgotten this long after its last sign. */
export const typingForgottenMs = 6_000;

export function createFleeting() {
  const store = createStore<{ connection: ConnectionState; typing: Record<string, Typing> }>(() => ({
    connection: "connecting",
    typing: {},
  }));
  return {
    store,
    connection: (connection: ConnectionState) => {
      if (store.getState().connection !== connection) store.setState({ connection });
    },
    typing(conversationId: string, typing: Omit<Typing, "untilMs">, nowMs: number) {
      store.setState((state) => ({
        typing: { ...state.typing, [conversationId]: { ...typing, untilMs: nowMs + typingForgottenMs } },
      }));
    },
    stoppedTyping(conversationId: string) {
      const { [conversationId]: known, ...rest } = store.getState().typing;
      if (known) store.setState({ typing: rest });
    },
    /** Forgets those who have not typed lately. */
    sweep(nowMs: number) {
      const typing = store.getState().typing;
      const left = Object.entries(typing).filter(([, sign]) => sign.untilMs > nowMs);
      if (left.length < Object.keys(typing).length) store.setState({ typing: Object.fromEntries(left) });
    },
  };
}

export type Fleeting = ReturnType<typeof createFleeting>;
