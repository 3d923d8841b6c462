// HTTP to the native API. Gives every POST a key, so that repeating it after a lost answer changes nothing, and repeats
// where the server says that is safe. Knows nothing of what is asked.

import { backoffMs } from "./backoff.ts";
import { browserEnvironment, type Environment } from "./environment.ts";
import { NetworkError, ProblemError, problemOf } from "./problem.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type QueryValue = string | number | boolean | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  correlationId?: string;
  /** Given when the same act is asked for again later; made when absent. */
  idempotencyKey?: string;
  /** The version that was seen: refused with 412 where it has changed since. */
  ifMatch?: number;
  signal?: AbortSignal;
}

export interface Client {
  request<Answer>(method: Method, path: string, options?: RequestOptions): Promise<Answer>;
  get<Answer>(path: string, query?: Record<string, QueryValue>): Promise<Answer>;
  post<Answer>(path: string, body?: unknown, options?: Omit<RequestOptions, "body">): Promise<Answer>;
}

export interface ClientSettings {
  /** Before every path; empty for the page's own server. */
  baseUrl?: string;
  fetch?: typeof fetch;
  /** A bearer token; without one the browser's cookie signs in. */
  token?: () => string | undefined;
  environment?: Environment;
  /** Repeats after a lost connection or a 503; 429 is left to the caller, who may want to say so. */
  repeats?: number;
}

export function createClient(settings: ClientSettings = {}): Client {
  const { baseUrl = "", token, environment = browserEnvironment, repeats = 2 } = settings;
  const send = settings.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));

  async function request<Answer>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
    const url = baseUrl + path + queryText(options.query);
    const init = requestInit(method, options, token?.(), environment);
    for (let attempt = 0; ; attempt++) {
      const outcome = await once(send, url, init);
      if (outcome.ok) return outcome.answer as Answer;
      if (attempt >= repeats || !mayRepeat(outcome.error, method, options.signal)) throw outcome.error;
      await pause(outcome.error, attempt, environment);
    }
  }

  return {
    request,
    get: (path, query) => request("GET", path, query === undefined ? {} : { query }),
    post: (path, body, options) => request("POST", path, { ...options, body }),
  };
}

type Outcome = { ok: true; answer: unknown } | { ok: false; error: unknown };

async function once(send: typeof fetch, url: string, init: RequestInit): Promise<Outcome> {
  let response: Response;
  try {
    response = await send(url, init);
  } catch (cause) {
    if (init.signal?.aborted) return { ok: false, error: cause };
    return { ok: false, error: new NetworkError("The server cannot be reached.", { cause }) };
  }
  if (!response.ok) return { ok: false, error: await problemOf(response) };
  if (response.status === 204) return { ok: true, answer: undefined };
  try {
    const text = await response.text();
    return { ok: true, answer: text === "" ? undefined : JSON.parse(text) };
  } catch (cause) {
    return { ok: false, error: new NetworkError("The server's answer was cut off.", { cause }) };
  }
}

/** Everything but PATCH is safe to repeat: reads, PUT and DELETE by nature, POST by its key. */
function mayRepeat(error: unknown, method: Method, signal: AbortSignal | undefined): boolean {
  if (method === "PATCH" || signal?.aborted) return false;
  return error instanceof NetworkError || (error instanceof ProblemError && error.status === 503);
}

function pause(error: unknown, attempt: number, { timers, random }: Environment): Promise<void> {
  const asked = error instanceof ProblemError ? error.retryAfterMs : undefined;
  const wait = Math.max(asked ?? 0, backoffMs(attempt, random, { firstMs: 300, maxMs: 5_000 }));
  return new Promise((resolve) => timers.set(resolve, wait));
}

function requestInit(
  method: Method,
  options: RequestOptions,
  token: string | undefined,
  environment: Environment,
): RequestInit {
  const headers: Record<string, string> = { accept: "application/json" };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (options.correlationId !== undefined) headers["x-correlation-id"] = headerText(options.correlationId);
  if (method === "POST") headers["idempotency-key"] = options.idempotencyKey ?? environment.newId();
  if (options.ifMatch !== undefined) headers["if-match"] = `"${options.ifMatch}"`;
  const init: RequestInit = { method, headers, credentials: token === undefined ? "same-origin" : "omit" };
  if (options.signal) init.signal = options.signal;
  if (options.body !== undefined || method === "POST") {
    headers["content-type"] = "application/json";
    init.body = JSON.stringify(options.body ?? {});
  }
  return init;
}

/** Headers carry printable ASCII; anything else would make `fetch` throw. */
function headerText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : encodeURIComponent(text);
}

function queryText(query: Record<string, QueryValue> | undefined): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) pairs.set(name, String(value));
  const text = pairs.toString();
  return text === "" ? "" : `?${text}`;
}
