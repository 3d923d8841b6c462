/** Pieces of the set-up as the server keeps them: read, created, changed while they are as they were seen, deleted. */
import type { Client } from "@frontdesk/api";
import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { bodyOf, changed, isSame } from "./draft";
import type { Draft, FieldSpec, NameOf, Noun, Piece } from "./noun";

const api = "/api/v1";
export const collection = (path: string) => `${api}/${path}`;
export const address = (path: string, id: string) => `${collection(path)}/${encodeURIComponent(id)}`;

export function useClient(): Client {
  return useRouter().options.context.client;
}

/** The same name in the cache as the workspace itself uses, so that both see one list. */
export const listKey = (path: string) => [path] as const;
export const pieceKey = (path: string, id: string) => [path, "piece", id] as const;

export function listOptions(client: Client, path: string) {
  return queryOptions({
    queryKey: listKey(path),
    queryFn: async () => (await client.get<{ items: unknown[] }>(collection(path))).items,
  });
}

export function usePieces<Item extends Piece>(noun: Noun<Item>) {
  const client = useClient();
  const select = useCallback((items: unknown[]): Item[] => items.map((item) => pieceOf(noun, item)), [noun]);
  return useQuery({ ...listOptions(client, noun.path), refetchOnMount: "always", select });
}

/** What is listed under a path; empty until it is there. */
export function useListed<Item>(path: string): readonly Item[] {
  const client = useClient();
  return (useQuery(listOptions(client, path)).data ?? []) as readonly Item[];
}

export interface Named {
  id: string;
  name: string;
}

/** Agents stand in their list beside their presence; everything else by itself. */
export function namedIn(item: unknown): Named {
  const found = item as Named & { agent?: Named };
  return found.agent ?? found;
}

export function useNames(paths: readonly string[]): NameOf {
  const client = useClient();
  const results = useQueries({ queries: paths.map((path) => listOptions(client, path)) });
  return (path, id) => {
    const items = results[paths.indexOf(path)]?.data ?? [];
    return items.map(namedIn).find((known) => known.id === id)?.name ?? "";
  };
}

export async function createPiece<Item extends Piece>(
  client: Client,
  noun: Noun<Item>,
  draft: Draft,
  idempotencyKey: string,
): Promise<Item> {
  // What is not shown was not asked.
  const fields = fieldsOf(noun).filter(({ onlyLater, shown }) => !onlyLater && (!shown || shown(draft)));
  const together = fields.filter(({ put }) => !put || put.withNew);
  const answer = await client.post<unknown>(collection(noun.path), bodyOf(together, draft), { idempotencyKey });
  const made = pieceOf(noun, answer);
  for (const { put, name, initial } of fields) {
    if (!put || put.withNew || isSame(draft[name], initial)) continue;
    await client.request("PUT", put.path(made.id), { body: put.body(draft[name]) });
  }
  return made;
}

/** Sends what differs and nothing else. The piece's own fields go together, the others one after the other. */
export async function changePiece<Item extends Piece>(
  client: Client,
  noun: Noun<Item>,
  seen: Item,
  { before, after }: { before: Draft; after: Draft },
): Promise<void> {
  const shown = fieldsOf(noun).filter((field) => !field.shown || field.shown(after) || !field.put);
  const differing = changed(shown, before, after);
  const together = differing.filter(({ put }) => !put);
  let version = seen.version;
  if (together.length > 0) {
    const path = noun.single ? collection(noun.path) : address(noun.path, seen.id);
    const answer = await client.request<unknown>("PATCH", path, { body: bodyOf(together, after), ifMatch: version });
    version = pieceOf(noun, answer).version;
  }
  for (const { put, name } of differing) {
    if (!put) continue;
    const ifMatch = put.versioned ? { ifMatch: version } : {};
    const answer = await client.request<unknown>("PUT", put.path(seen.id), { body: put.body(after[name]), ...ifMatch });
    if (put.versioned) version = pieceOf(noun, answer).version;
  }
}

export function deletePiece<Item extends Piece>(client: Client, noun: Noun<Item>, seen: Item): Promise<void> {
  return client.request<void>("DELETE", address(noun.path, seen.id), { ifMatch: seen.version });
}

export function fieldsOf<Item extends Piece>(noun: Noun<Item>): readonly FieldSpec[] {
  return noun.sections.flatMap(({ fields }) => fields);
}

export function pieceOf<Item extends Piece>(noun: Noun<Item>, answer: unknown): Item {
  return noun.pieceIn ? noun.pieceIn(answer as never) : (answer as Item);
}

/** Several lists at once, once all are there. */
export function useListedOf(paths: readonly string[]): ((path: string) => readonly unknown[]) | undefined {
  const client = useClient();
  const results = useQueries({ queries: paths.map((path) => listOptions(client, path)) });
  if (results.some(({ data }) => data === undefined)) return undefined;
  return (path) => results[paths.indexOf(path)]?.data ?? [];
}
