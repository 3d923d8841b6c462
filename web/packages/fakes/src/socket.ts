// WebSockets whose other end is the test.

import type { SocketLike } from "@frontdesk/api";

export class FakeSocket implements SocketLike {
  onopen: SocketLike["onopen"] = null;
  onmessage: SocketLike["onmessage"] = null;
  onclose: SocketLike["onclose"] = null;
  onerror: SocketLike["onerror"] = null;
  readonly sent: unknown[] = [];
  closed = false;
  readonly url: string;
  readonly protocols: string[];

  constructor(url: string, protocols: string[]) {
    this.url = url;
    this.protocols = protocols;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  /** The server says something. */
  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The connection is made. */
  open(): void {
    this.onopen?.({});
  }

  /** The connection breaks. */
  lose(code = 1006): void {
    this.onclose?.({ code });
  }
}

/** Remembers every connection that was tried. */
export function fakeSockets() {
  const sockets: FakeSocket[] = [];
  const connect = (url: string, protocols: string[]) => {
    const socket = new FakeSocket(url, protocols);
    sockets.push(socket);
    return socket;
  };
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("nothing has connected yet");
    return socket;
  };
  return { sockets, connect, last };
}
