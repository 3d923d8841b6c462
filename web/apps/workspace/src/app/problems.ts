/** What a failed request means to the person who waits for it. */
import { type AttachmentRules, NetworkError, ProblemError } from "@frontdesk/api";
import { texts } from "../texts";

export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}

/** The outcome is unknown, the server asks to wait, or a proxy did not reach it: the same request again can help. */
export function mayTryAgain(error: unknown): boolean {
  if (error instanceof NetworkError) return true;
  return error instanceof ProblemError && (error.status >= 500 || error.status === 429);
}

/** One or two plain sentences. */
export function problemText(error: unknown): string {
  if (error instanceof NetworkError) return `${texts.problems.unreachable} ${texts.problems.unreachableHint}`;
  if (!(error instanceof ProblemError)) return texts.problems.unexpectedHint;
  if (error.status === 429) return texts.problems.tooMany(Math.ceil((error.retryAfterMs ?? 30_000) / 1000));
  if (error.status === 404) return texts.problems.notFound;
  if (error.status >= 500) return texts.problems.unexpectedHint;
  return refusalText(error.code) ?? error.message;
}

/** What is wrong with a file before it is sent: the server would say the same, after all of it had come. */
export function fileObjection(file: File, rules: AttachmentRules): string | undefined {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (file.size === 0) return texts.refusal.file_empty;
  if (rules.blockedExtensions.includes(extension)) return texts.refusal.file_type_blocked;
  const megabytes = rules.sizeKilobytesMax / 1024;
  return megabytes * 1024 * 1024 < file.size ? texts.files.tooLarge(megabytes) : undefined;
}

/** What the server refuses by this code, where the catalogue has words for it. */
export function refusalText(code: string): string | undefined {
  const known: Partial<Record<string, string>> = texts.refusal;
  return known[code];
}

/** What the server says about one field of a form. */
export function fieldProblem(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.fields.find((known) => known.field === field)?.detail;
}
