// The native API as a program uses it: a token, JSON in and out.

import { type Client, createClient } from "@frontdesk/api";
import type { Server, User } from "./server.ts";

/** Signs in and makes a token, so that restarts of the server and browsers' sign-outs do not matter. */
export async function signInAs(server: Server, { email, password }: Pick<User, "email" | "password">): Promise<Client> {
  const origin = { "content-type": "application/json", origin: server.url };
  const body = JSON.stringify({ email, password });
  const response = await fetch(`${server.url}/api/v1/sign-in`, { method: "POST", headers: origin, body });
  if (!response.ok) throw new Error(`${email} cannot sign in: ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  const headers = { ...origin, cookie: cookie.join("; ") };
  const made = await fetch(`${server.url}/api/v1/tokens`, { method: "POST", headers, body: '{"name":"e2e"}' });
  const { token } = (await made.json()) as { token: string };
  return createClient({ baseUrl: server.url, token: () => token });
}

/** A client of a visitor who writes without a browser. */
export function visitorClient(server: Server, token?: string): Client {
  return createClient({ baseUrl: server.url, token: () => token });
}

/** Asks until the answer is there: what is on its way is not there at once. */
export async function eventually<Answer>(ask: () => Promise<Answer | undefined | false>): Promise<Answer> {
  for (const until = Date.now() + 15_000; ; ) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > until) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
