/** The live stream of one signed-in agent: its frames to the updates, its state to the bar. */
import { type LiveSettings, LiveStream } from "@frontdesk/api";
import type { Desk } from "../app/desk";
import { createUpdates } from "./updates";

export interface ConnectOptions {
  url: string;
  connect?: LiveSettings["connect"];
  /** The server no longer knows us. */
  onSignedOut: () => void;
}

const sweepMs = 2_000;

/** Answers with what ends the stream. */
export function connectLive(desk: Desk, options: ConnectOptions): () => void {
  const updates = createUpdates(desk);
  const stream = new LiveStream({
    url: options.url,
    ...(options.connect ? { connect: options.connect } : {}),
    onEvent: (event, sequence) => updates.event(event, sequence),
    onReset: () => updates.reset(),
    onTyping: (frame) => {
      if (frame.from === "agent" && frame.agentId === desk.me.id) return;
      desk.fleeting.typing(frame.conversationId, { from: frame.from, name: frame.name ?? "" }, desk.now());
    },
    onState: (state) => {
      if (state === "live") {
        desk.fleeting.connection("live");
        void desk.outbox.flush();
      }
      if (state === "waiting") desk.fleeting.connection("lost");
    },
    onRefused: (code) => {
      if (code !== "unauthenticated" && code !== "forbidden") return;
      desk.fleeting.connection("signed_out");
      options.onSignedOut();
    },
  });
  desk.typing.current = (conversationId) => {
    stream.send({ type: "typing", conversationId });
  };
  const retry = () => stream.retryNow();
  const visible = () => document.visibilityState === "visible" && stream.retryNow();
  globalThis.addEventListener("online", retry);
  document.addEventListener("visibilitychange", visible);
  const sweeping = setInterval(() => desk.fleeting.sweep(desk.now()), sweepMs);
  stream.start();
  return () => {
    stream.stop();
    clearInterval(sweeping);
    globalThis.removeEventListener("online", retry);
    document.removeEventListener("visibilitychange", visible);
  };
}
