// A refusal of the API as an error that can be thrown. Knows nothing of how it came.

import type { Problem } from "./types.ts";

export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** Empty where the answer came from something before the server. */
  readonly correlationId: string;
  readonly fields: { field: string; detail: string }[];
  /** When the server asks to wait before trying again. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: Problem, retryAfterMs?: number) {
    super(problem.detail || problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.correlationId = problem.correlationId;
    this.fields = problem.errors ?? [];
    this.retryAfterMs = retryAfterMs;
  }
}

/** The network failed: whether the server got it is unknown. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
  readonly code = "network";
}

/** Reads a response that is not a success. Proxies answer in HTML, so the body is only believed when it is a problem. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const correlationId = response.headers.get("x-correlation-id") ?? "";
  const body = await response.json().catch(() => undefined);
  const known = typeof body === "object" && body !== null && typeof body.code === "string";
  const problem: Problem = known
    ? body
    : {
        type: "about:blank",
        title: response.statusText || "Request failed",
        status: response.status,
        code: `http_${response.status}`,
        detail: "The server's answer was not understood.",
        correlationId,
      };
  return new ProblemError({ ...problem, status: response.status }, retryAfterMs(response.headers.get("retry-after")));
}

function retryAfterMs(header: string | null): number | undefined {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
