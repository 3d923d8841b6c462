/** What can be done from the palette and by keys: one value each, read by the palette, the keys and the sheet of shortcuts. */
import type { Desk } from "../app/desk";
import type { Conversation, Participant } from "../model";
import type { Offer } from "../offers/store";
import type { KeyPress } from "./keys";

export type CommandGroup = "offers" | "conversation" | "go" | "lists" | "presence" | "looks" | "help";

/** What there is to act on at this moment. */
export interface Scene {
  desk: Desk;
  /** To an address of the workspace. */
  goTo: (path: string) => void;
  /** The one that is open in front of the agent. */
  conversation: Conversation | undefined;
  /** What one may write there. */
  writing: "all" | "notes" | undefined;
  offer: Offer | undefined;
  invitation: { conversation: Conversation; guest: Participant } | undefined;
}

export interface Command {
  id: string;
  group: CommandGroup;
  label: string;
  /** More words to find it by. */
  alias?: string;
  keys?: KeyPress;
  /** Only by its key; in the palette it would lead nowhere. */
  byKeyAlone?: true;
  /** Whether it can be done now. */
  when: (scene: Scene) => boolean;
  run: (scene: Scene) => unknown;
}
