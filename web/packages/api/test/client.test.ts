import { FakeServer, type ManualEnvironment, manualEnvironment, settled } from "@frontdesk/fakes";
import { beforeEach, describe, expect, it } from "vitest";
import { type Client, createClient, NetworkError, ProblemError } from "../src/index.ts";

let server: FakeServer;
let environment: ManualEnvironment;
let client: Client;

beforeEach(() => {
  server = new FakeServer();
  environment = manualEnvironment();
  client = createClient({ fetch: server.fetch, environment });
});

/** Runs the waits between repeats until the answer is there. */
async function through<Answer>(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => {});
  for (let wait = 0; wait < 5; wait++) {
    await settled();
    environment.advance(10_000);
  }
  return answer;
}

const unavailable = { status: 503, body: { title: "", status: 503, code: "unavailable" } };

describe("requests", () => {
  it("carry query, body and key, and answer with the parsed body", async () => {
    server.on("POST /api/v1/things?a=1", { done: true }, 201);
    expect(await client.post("/api/v1/things", { b: 2 }, { query: { a: 1, c: undefined } })).toEqual({ done: true });
    expect(server.seen[0]).toMatchObject({ body: { b: 2 }, headers: { "idempotency-key": "id-1" } });
  });

  it("sign in with a bearer token where there is one", async () => {
    server.on("GET /x", {});
    await createClient({ fetch: server.fetch, environment, token: () => "secret" }).get("/x");
    expect(server.seen[0]?.headers.authorization).toBe("Bearer secret");
  });

  it("are refused as a problem with its code, words, fields and wait", async () => {
    const body = { title: "Busy", status: 429, code: "too_busy", detail: "Wait a little.", correlationId: "c" };
    server.once("GET /x", { status: 429, body, headers: { "retry-after": "2" } });
    const error = await client.get("/x").catch((cause) => cause);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      code: "too_busy",
      message: "Wait a little.",
      retryAfterMs: 2000,
      correlationId: "c",
    });
  });

  it("believe no page of a proxy", async () => {
    server.once("GET /x", { status: 502, body: "<html>", headers: {} });
    await expect(client.get("/x")).rejects.toMatchObject({ code: "http_502", status: 502 });
  });
});

describe("repeats", () => {
  it("after a 503 are made with the same key", async () => {
    server.on("POST /x", { done: true }).once("POST /x", unavailable).once("POST /x", "unreachable");
    expect(await through(client.post("/x"))).toEqual({ done: true });
    expect(server.seen.map(({ headers }) => headers["idempotency-key"])).toEqual(["id-1", "id-1", "id-1"]);
  });

  it("end, and say that the server cannot be reached", async () => {
    for (let i = 0; i < 9; i++) server.once("GET /x", "unreachable");
    await expect(through(client.get("/x"))).rejects.toBeInstanceOf(NetworkError);
    expect(server.seen.length).toBe(3);
  });

  it("are not made of refusals, nor of changes that carry no key", async () => {
    server.refuse("GET /x", 409, "conflict", "No.").once("PATCH /y", "unreachable");
    await expect(through(client.get("/x"))).rejects.toMatchObject({ code: "conflict" });
    await expect(through(client.request("PATCH", "/y", { body: {} }))).rejects.toBeInstanceOf(NetworkError);
    expect(server.seen.length).toBe(2);
  });
});
