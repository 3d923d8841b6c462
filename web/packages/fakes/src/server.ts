// A server of canned answers behind `fetch`, which remembers what it was asked.

export interface Seen {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

type Answer = { status: number; body: unknown; headers?: Record<string, string> } | "unreachable" | "silent";

/** Answers by `METHOD path`; a path without query answers for every query. What nobody prepared is a 404 problem. */
export class FakeServer {
  readonly seen: Seen[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #next = new Map<string, Answer[]>();

  on(route: string, body: unknown, status = 200): this {
    this.#answers.set(route, { status, body });
    return this;
  }

  refuse(route: string, status: number, code: string, detail: string, more: object = {}): this {
    return this.on(route, { title: code, status, code, detail, ...more }, status);
  }

  /** For the next request alone; several are taken in order. */
  once(route: string, answer: Answer): this {
    this.#next.set(route, [...(this.#next.get(route) ?? []), answer]);
    return this;
  }

  /** Requests to a route, oldest first. */
  asked(route: string): Seen[] {
    return this.seen.filter(({ method, path }) => routes(method, path).includes(route));
  }

  fetch: typeof fetch = async (url, init = {}) => {
    const method = init.method ?? "GET";
    const path = String(url);
    const body = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    this.seen.push({ method, path, body, headers: init.headers as Record<string, string> });
    const answer = this.#answer(method, path);
    if (answer === "unreachable") throw new TypeError("fetch failed");
    if (answer === "silent") return new Promise<Response>(() => {});
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers: answer.headers ?? {} });
  };

  #answer(method: string, path: string): Answer {
    for (const route of routes(method, path)) {
      const answer = this.#next.get(route)?.shift() ?? this.#answers.get(route);
      if (answer) return answer;
    }
    return { status: 404, body: { title: "Not found", status: 404, code: "not_found", detail: "Not there." } };
  }
}

function routes(method: string, path: string): string[] {
  return [`${method} ${path}`, `${method} ${path.split("?")[0]}`];
}
