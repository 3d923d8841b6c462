// A page of another origin that loads the JS SDK, as a CRM's page framed in the workspace would.

import { createServer } from "node:http";
import { freePort } from "./server.ts";

export interface FrameServer {
  origin: string;
  close(): Promise<void>;
}

/** `frames`: pages that this one frames in turn. */
export async function startFrameServer(scriptOrigin: string, frames: string[] = []): Promise<FrameServer> {
  const inner = frames.map((url) => `<iframe src="${url}"></iframe>`).join("");
  const script = `<script src="${scriptOrigin}/sdk/omnichannel.js"></script>`;
  const page = `<!doctype html><html lang="en"><title>CRM</title>${script}<h1>CRM</h1>${inner}</html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(page);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
