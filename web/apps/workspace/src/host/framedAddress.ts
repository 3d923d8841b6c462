/** The address of the page that a tab shall frame, checked against what may be framed. Pure. */
import { type CreateTabInput, isAllowedOrigin } from "@frontdesk/sdk";

/** None when the input names no page; an error when it names one that may not be framed. */
export function framedAddress(
  input: CreateTabInput,
  framedOrigins: readonly string[],
  ownOrigin: string,
): string | null {
  const named = { ...input.appContext, ...input.pageInput };
  const address = firstText(named.url, named.webresourceName, named.webResourceName, named.data);
  if (address === undefined) return null;
  const url = parse(address, ownOrigin);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw failure("invalid_address", `"${address}" is not the address of a page.`);
  }
  if (!isAllowedOrigin(url.origin, framedOrigins, ownOrigin)) {
    throw failure(
      "origin_not_allowed",
      `Pages of ${url.origin} may not be framed here. An administrator can allow them.`,
    );
  }
  if (typeof named.data === "string" && named.data !== address) url.searchParams.set("data", named.data);
  return url.href;
}

function firstText(...values: unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}

function parse(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
