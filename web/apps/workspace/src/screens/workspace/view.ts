/** What of the frame is shown where there is no room for all of it. Knows no conversation. */
import { useMediaQuery } from "@frontdesk/ui";
import { createStore } from "zustand/vanilla";

export type Pane = "list" | "conversation" | "customer";
export type ListTab = "mine" | "open" | "closed";

export interface ViewState {
  /** On a phone: the one pane that is shown. */
  pane: Pane;
  /** Where the customer panel is folded away: whether it is out. */
  customerOut: boolean;
  tab: ListTab;
  area: "inbox" | "ongoing";
  /** What somebody looks for in all conversations; empty: nothing, and the lists are shown. */
  searchFor: string;
  /** A message that somebody wants to see, in a conversation that opens for it. */
  sought: { conversationId: string; number: number } | null;
  /** The conversation about whose routing somebody asks. */
  whyOf: string | null;
  /** The question to whom this conversation goes, or who is to advise on it. */
  asking: { what: "transfer" | "consult"; of: string } | null;
  /** What lies over the screen and was asked for by keys. */
  overlay: "palette" | "shortcuts" | null;
}

export const view = createStore<ViewState>(() => ({
  pane: "list",
  customerOut: false,
  tab: "mine",
  area: "inbox",
  searchFor: "",
  sought: null,
  whyOf: null,
  asking: null,
  overlay: null,
}));

export const phoneQuery = "(max-width: 767px)";
export const foldedQuery = "(max-width: 1399px)";

export const usePhone = () => useMediaQuery(phoneQuery);
/** There is no room for the customer panel beside the conversation. */
export const useFolded = () => useMediaQuery(foldedQuery);
