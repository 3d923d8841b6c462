/** The desk for every component below, and the present minute. */
import { createContext, useContext, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { Desk } from "./desk";

const DeskContext = createContext<Desk | undefined>(undefined);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("This part of the page needs a signed-in agent around it.");
  return desk;
}

/** What `select` reads from one of the desk's stores. It must answer the same object for the same state. */
export function useSelected<State, Value>(store: StoreApi<State>, select: (state: State) => Value): Value {
  return useStore(store, select);
}

/** The present, told anew every `everyMs`; between two tellings it stands still, so that nothing flickers. */
export function useNow(everyMs = 60_000): number {
  const { now } = useDesk();
  return useSyncExternalStore(
    (tick) => {
      const timer = setInterval(tick, everyMs);
      return () => clearInterval(timer);
    },
    () => Math.floor(now() / everyMs) * everyMs,
  );
}
