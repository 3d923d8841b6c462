// Which framed pages may call. Knows nothing of what they ask for.

/**
 * Entries are origins (`https://crm.example:8443`), host names (`crm.example`), or host names with a port; `*.crm.example`
 * stands for every name below it. A bare name allows any scheme and port: browsers keep plain HTTP out of HTTPS pages.
 */
export function isAllowedOrigin(origin: string, allowed: readonly string[], own: string): boolean {
  if (origin === own) return true;
  const page = parse(origin);
  return page !== undefined && allowed.some((entry) => matches(page, entry.trim().toLowerCase()));
}

function matches(page: URL, entry: string): boolean {
  if (entry.includes("://")) return parse(entry)?.origin === page.origin;
  if (entry.startsWith("*.")) return page.hostname.endsWith(entry.slice(1));
  return entry !== "" && (entry === page.hostname || entry === page.host);
}

/** None for `null`, the origin of sandboxed frames and of files: anyone can have that one. */
function parse(origin: string): URL | undefined {
  try {
    const url = new URL(origin);
    return url.protocol === "https:" || url.protocol === "http:" ? url : undefined;
  } catch {
    return undefined;
  }
}
