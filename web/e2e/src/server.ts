// The real binary as a demonstration in which nobody simulated writes, in a data folder of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface User {
  id: string;
  email: string;
  password: string;
  role: "agent" | "supervisor" | "administrator";
}

interface Ready {
  url: string;
  organizationId: string;
  widgetId: string;
  users: User[];
}

export interface Server extends Ready {
  /** What it has logged so far. */
  log(): string;
  /** At once, as a power cut would. */
  kill(): Promise<void>;
  /** Again, with the same data at the same address. */
  start(): Promise<void>;
  /** For good, its data included. */
  stop(): Promise<void>;
}

export async function startServer(): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), "frontdesk-e2e-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const flags = ["demo", "--json", "--data", data, "--listen", listen, "--quiet-world"];
  const lines: string[] = [];
  let running = await launch(flags, lines);
  return {
    ...running.ready,
    log: () => lines.join("\n"),
    kill: () => end(running.process, "SIGKILL"),
    start: async () => {
      running = await launch(flags, lines);
    },
    stop: async () => {
      await end(running.process, "SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
  };
}

function binary(): string {
  const path = process.env.FRONTDESK_BIN;
  if (!path) throw new Error("FRONTDESK_BIN must be the path of the frontdesk binary.");
  return path;
}

async function launch(flags: string[], log: string[]): Promise<{ process: ChildProcess; ready: Ready }> {
  const environment = { ...process.env, RUST_LOG: "warn,frontdesk=debug,frontdesk_server=debug" };
  const child = spawn(binary(), flags, { stdio: ["ignore", "pipe", "pipe"], env: environment });
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  const ready = await new Promise<Ready>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line)));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${log.slice(-20).join("\n")}`)));
  });
  return { process: child, ready };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  await ended;
}

/** Below the range that the system hands out for outgoing connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
