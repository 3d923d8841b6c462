// How calls fail: `{ status: false, error }` with an Error that carries a code. Knows nothing of what was called.

import { NetworkError, ProblemError } from "@frontdesk/api";

type FailureError = Microsoft.Omnichannel.FailureError;
type Failure = Microsoft.Omnichannel.Failure;

/** An error with a stable code and words for people. */
export class ApiError extends Error implements FailureError {
  override readonly name = "OmnichannelError";
  readonly code: string;
  httpStatus?: number;
  correlationId?: string;
  errors?: { field: string; detail: string }[];

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Such an error between windows, where classes and extra members do not survive. */
export interface PlainError {
  code: string;
  message: string;
  httpStatus?: number;
  correlationId?: string;
  errors?: { field: string; detail: string }[];
}

export function toApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof ProblemError) return ofProblem(cause);
  if (cause instanceof NetworkError) return new ApiError("network", cause.message);
  const code = codeOf(cause) ?? "failed";
  return new ApiError(code, cause instanceof Error ? cause.message : String(cause));
}

export function toPlain(error: ApiError): PlainError {
  const { code, message, httpStatus, correlationId, errors } = error;
  return {
    code,
    message,
    ...(httpStatus !== undefined && { httpStatus }),
    ...(correlationId !== undefined && { correlationId }),
    ...(errors !== undefined && { errors }),
  };
}

export function fromPlain(plain: PlainError): ApiError {
  const { code, message, ...rest } = plain;
  return Object.assign(new ApiError(code, message), rest);
}

/** Runs `act` and turns whatever it throws into the documented rejection. */
export async function settle<Answer>(act: () => Promise<Answer> | Answer): Promise<Answer> {
  try {
    return await act();
  } catch (cause) {
    if (isFailure(cause)) throw cause;
    throw { status: false, error: toApiError(cause) } satisfies Failure;
  }
}

function isFailure(cause: unknown): cause is Failure {
  const failure = cause as Partial<Failure> | null;
  return typeof failure === "object" && failure?.status === false && failure.error instanceof ApiError;
}

function ofProblem(problem: ProblemError): ApiError {
  const error = new ApiError(problem.code, problem.message);
  error.httpStatus = problem.status;
  if (problem.correlationId !== "") error.correlationId = problem.correlationId;
  if (problem.fields.length > 0) error.errors = problem.fields;
  return error;
}

function codeOf(cause: unknown): string | undefined {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}
