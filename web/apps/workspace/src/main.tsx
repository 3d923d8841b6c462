/** Where the workspace starts in the browser: makes the client and the cache, and shows the page that the address names. */
import { createClient } from "@frontdesk/api";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { thisBrowser } from "./app/browser";
import { createAppRouter } from "./app/router";
import { createServer } from "./app/server";
import { Themed } from "./app/Themed";

const client = createClient();
const cache = new QueryClient({
  defaultOptions: {
    // The live stream keeps everything fresh; asking again is for after it was interrupted.
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 30 * 60_000, retry: 1, refetchOnWindowFocus: false },
  },
});
const router = createAppRouter({ client, server: createServer(client), cache, browser: thisBrowser() });

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <Themed>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Themed>,
  );
}
