// Calls of the JS API in a page, with their rejections as plain data.

import type { Frame, Page } from "playwright-core";

export type Where = Page | Frame;

export type Outcome =
  | { value: unknown }
  | { status: unknown; isError: boolean; code: string; message: string; errors?: { field: string; detail: string }[] };

/** `Microsoft.Omnichannel[method](...args)`. */
export async function call(where: Where, method: string, ...args: unknown[]): Promise<Outcome> {
  return where.evaluate(
    async ([name, given]) => {
      const api = window.Microsoft.Omnichannel as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      try {
        return { value: await api[name as string]?.(...(given as unknown[])) };
      } catch (reason) {
        const { status, error } = reason as Microsoft.Omnichannel.Failure;
        const { code, message, errors } = error;
        return { status, isError: error instanceof Error, code, message, ...(errors && { errors }) };
      }
    },
    [method, args] as const,
  );
}

/** The value of a call that must resolve. */
export async function answerOf<Value>(outcome: Promise<Outcome>): Promise<Value> {
  const settled = await outcome;
  if ("value" in settled) return settled.value as Value;
  throw new Error(`${settled.code}: ${settled.message}`);
}

/** The rejection of a call that must not resolve; in the documented shape. */
export async function failureOf(outcome: Promise<Outcome>) {
  const settled = await outcome;
  if ("value" in settled) throw new Error(`resolved with ${JSON.stringify(settled.value)}`);
  if (settled.status !== false || !settled.isError) throw new Error("not { status: false, error: Error }");
  return settled;
}

export type Row = Microsoft.Omnichannel.ConversationRecord;

export async function rows(where: Where, input: unknown, ...more: unknown[]): Promise<Row[]> {
  type Result = Microsoft.Omnichannel.GetConversationsResult;
  const { status, result } = await answerOf<Result>(call(where, "getConversations", input, ...more));
  if (status !== true) throw new Error("resolved without status true");
  return result.values;
}
