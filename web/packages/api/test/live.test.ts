import { fakeSockets, type ManualEnvironment, manualEnvironment } from "@frontdesk/fakes";
import { beforeEach, expect, it } from "vitest";
import { type LiveState, LiveStream } from "../src/index.ts";

let environment: ManualEnvironment;
let net: ReturnType<typeof fakeSockets>;
let heard: unknown[];
let states: LiveState[];
let stream: LiveStream;

beforeEach(() => {
  environment = manualEnvironment();
  net = fakeSockets();
  heard = [];
  states = [];
  stream = new LiveStream({
    url: "ws://desk/api/v1/live",
    connect: net.connect,
    environment,
    onEvent: (event, sequence) => heard.push([sequence, event.kind]),
    onReset: (sequence) => heard.push(["reset", sequence]),
    onTyping: ({ conversationId }) => heard.push(["typing", conversationId]),
    onRefused: (code) => heard.push(["refused", code]),
    onState: (state) => states.push(state),
  });
});

const event = (sequence: number) => ({ type: "event", sequence, at: "", event: { kind: "agent_changed" } });
const hello = (sequence: number, resumed: boolean) => ({ type: "hello", sequence, resumed });

it("starts after the lists' number and tells each event once, in order", () => {
  stream.start(10);
  expect(net.last().url).toBe("ws://desk/api/v1/live?after=10");
  expect(net.last().protocols).toEqual(["frontdesk.v1"]);
  for (const frame of [hello(12, true), event(11), event(12), event(12), event(14)]) net.last().say(frame);
  expect(heard.map((entry) => (entry as number[])[0])).toEqual([11, 12, 14]);
});

it("resumes after its last number when the connection breaks", () => {
  stream.start();
  net.last().say(hello(5, false));
  net.last().say(event(6));
  net.last().say({ type: "progress", sequence: 9 });
  net.last().lose();
  environment.advance(500);
  expect(net.last().url).toBe("ws://desk/api/v1/live?after=9");
  net.last().say(hello(9, true));
  expect(heard).toEqual([
    ["reset", 5],
    [6, "agent_changed"],
  ]);
});

it("asks for the lists anew when too much was missed", () => {
  stream.start(10);
  net.last().say(hello(5_000, false));
  net.last().say(event(5_001));
  expect(heard).toEqual([
    ["reset", 5_000],
    [5_001, "agent_changed"],
  ]);
});

it("waits longer after each failure, never all clients alike, and at once on request", () => {
  stream.start();
  const waits = [];
  for (let attempt = 0; attempt < 8; attempt++) {
    net.last().lose();
    waits.push(environment.nextDueMs());
    environment.advance(environment.nextDueMs() ?? 0);
  }
  expect(waits).toEqual([375, 750, 1500, 3000, 6000, 11_250, 11_250, 11_250]);
  net.last().lose();
  const before = net.sockets.length;
  stream.retryNow();
  expect(net.sockets.length).toBe(before + 1);
});

it("asks a silent server for a sign of life, and gives up on one that is gone", () => {
  stream.start();
  net.last().say(hello(1, false));
  environment.advance(25_000);
  expect(net.last().sent).toEqual([{ type: "ping" }]);
  const silent = net.last();
  environment.advance(25_000);
  expect([silent.closed, stream.state]).toEqual([true, "waiting"]);
});

it("stays alive while pongs come", () => {
  stream.start();
  net.last().say(hello(1, false));
  for (let turn = 0; turn < 5; turn++) {
    environment.advance(25_000);
    net.last().say({ type: "pong" });
  }
  expect(net.sockets.length).toBe(1);
});

it("hears typing, passes over kinds it does not know, and sends only when live", () => {
  stream.start();
  expect(stream.send({ type: "typing", conversationId: "c" })).toBe(false);
  net.last().say(hello(1, false));
  net.last().say({ type: "typing", conversationId: "c", from: "customer" });
  net.last().say({ type: "hologram" });
  expect(stream.send({ type: "typing", conversationId: "c" })).toBe(true);
  expect(heard).toContainEqual(["typing", "c"]);
});

it("stops when nobody is signed in", () => {
  stream.start();
  net.last().say({ type: "error", code: "unauthenticated", detail: "Sign in." });
  net.last().lose();
  environment.advance(60_000);
  expect(heard).toEqual([["refused", "unauthenticated"]]);
  expect([net.sockets.length, stream.state]).toEqual([1, "stopped"]);
});

it("tells nothing after it was stopped", () => {
  stream.start();
  const socket = net.last();
  stream.stop();
  socket.say(event(3));
  expect([heard, socket.closed, environment.nextDueMs()]).toEqual([[], true, undefined]);
  expect(states).toEqual(["connecting", "stopped"]);
});
