// Pages of other origins: a CRM's that is framed in the workspace, a shop's that embeds the widget.

import { createServer } from "node:http";
import { freePort } from "./server.ts";

export interface Site {
  origin: string;
  close(): Promise<void>;
}

/** One page, at every path. */
export async function servePage(content: string): Promise<Site> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><html lang="en">${content}</html>`);
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

/** A page that loads the JS SDK; `frames` are pages that it frames in turn. */
export function serveSdkPage(scriptOrigin: string, frames: string[] = []): Promise<Site> {
  const inner = frames.map((url) => `<iframe src="${url}"></iframe>`).join("");
  return servePage(`<title>CRM</title><script src="${scriptOrigin}/sdk/omnichannel.js"></script><h1>CRM</h1>${inner}`);
}
