/**
 * What the administration screens are told of a noun: its address, its words, its columns and its fields, each said
 * once. Knows no server and no layout.
 */
import type { ComponentType } from "react";
import type { Fault } from "./faults";

/** What every piece of the set-up has. */
export interface Piece {
  id: string;
  version: number;
}

/** A form's values, shaped as the API shows them. */
export type Draft = Readonly<Record<string, unknown>>;

export interface InputProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
  /** What is wrong within it, by the place that the server named. */
  faults: readonly Fault[];
  /** The place of the value itself, as faults spell it: `overflowBefore`. */
  place: string;
  disabled: boolean;
  /** Everything that the form holds. */
  draft: Draft;
}

export type Input<Value> = ComponentType<InputProps<Value>>;

/** A label, with an explanation where one is needed. */
export type Label = string | { label: string; hint: string };

export interface FieldSpec {
  /** The path in the piece and in requests: `rating`, `settings.timeZone`. */
  name: string;
  label: string;
  hint?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each input knows the type of its own field
  Input: Input<any>;
  /** What a new piece starts with. */
  initial: unknown;
  required?: boolean;
  /** Several controls with names of their own: a group, not one labelled control. */
  group?: boolean;
  /** Decided once: later it is shown and cannot be changed. */
  fixed?: boolean;
  /** Not part of what is sent for a new piece. */
  onlyLater?: boolean;
  shown?: (draft: Draft) => boolean;
  /** What else another value of it brings about. */
  follows?: (draft: Draft) => Draft;
  /** The path that is sent whole where this is but a part of it. */
  sentIn?: string;
  /** Changed at an address of its own, after the rest. */
  put?: Put;
}

export interface Put {
  path: (id: string) => string;
  body: (value: unknown) => unknown;
  /** It raises the piece's version, and asks for it. */
  versioned: boolean;
  /** A new piece brings it with the rest. */
  withNew: boolean;
}

export interface Section {
  title: string;
  lead?: string;
  fields: readonly FieldSpec[];
}

export interface Column<Item> {
  key: string;
  label: string;
  text: (item: Item, name: NameOf) => string;
  /** What it is sorted by, where its text does not tell. */
  order?: (item: Item) => number;
  /** Numbers stand at the end of their column. */
  numeric?: boolean;
  /** Shown where there is room. */
  wide?: boolean;
}

/** The name of another noun's piece, by the noun's path. */
export type NameOf = (path: string, id: string | null | undefined) => string;

export interface NounWords {
  many: string;
  one: string;
  lead: string;
  create: string;
  empty: string;
  emptyHint: string;
}

export interface Noun<Item extends Piece = Piece> {
  /** In addresses of the workspace, and of its collection in the API. */
  path: string;
  words: NounWords;
  columns: readonly Column<Item>[];
  sections: readonly Section[];
  /** The piece in one item of the list, where it stands beside other things. */
  pieceIn?: (item: never) => Item;
  nameOf?: (item: Item) => string;
  /** Lists whose names the columns need. */
  needs?: readonly string[];
  /** The form's values, where they are more than the piece. `listed` is what the cache holds of a path. */
  draftOf?: (item: Item, listed: (path: string) => readonly unknown[]) => Draft;
  /** Lists that `draftOf` reads. */
  draftNeeds?: readonly string[];
  /** What is left out of the list unless it is asked for. */
  hides?: { label: string; hidden: (item: Item) => boolean };
  /** There is one, which always was: no list, no new one, no deletion. */
  single?: boolean;
  /** Pieces stay for good, such as people: what they did names them. */
  keeps?: boolean;
  /** Beside the form: a preview, a trial. */
  aside?: ComponentType<{ item: Item | undefined; draft: Draft }>;
  /** Further acts in the form's head. */
  acts?: ComponentType<{ item: Item }>;
}

/** A screen that is more than a list and a form. */
export interface OwnScreen {
  path: string;
  words: Pick<NounWords, "many">;
  Screen: ComponentType;
}

export type Entry = { noun: Noun<never> } | { screen: OwnScreen };

export interface NavGroup {
  title: string;
  entries: readonly Entry[];
}

export function entryPath(entry: Entry): string {
  return "noun" in entry ? entry.noun.path : entry.screen.path;
}

export function entryName(entry: Entry): string {
  return "noun" in entry ? entry.noun.words.many : entry.screen.words.many;
}

/** One field, declared in a line. */
export function field<Value>(
  name: string,
  words: Label,
  Input: Input<Value>,
  initial: NoInfer<Value>,
  more: Partial<FieldSpec> = {},
): FieldSpec {
  const { label, hint } = typeof words === "string" ? { label: words, hint: undefined } : words;
  return { name, label, ...(hint ? { hint } : {}), Input, initial, ...more };
}
