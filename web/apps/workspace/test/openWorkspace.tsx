/** The whole workspace in a page, on a server of canned answers, a live stream whose other end is the test, and a clock that stands still. */
import { createClient, type LiveEvent } from "@frontdesk/api";
import { type FakeServer, fakeSockets, manualEnvironment, noon } from "@frontdesk/fakes";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { act, render, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createAppRouter } from "../src/app/router";
import { createServer } from "../src/app/server";
import { Themed } from "../src/app/Themed";
import { view } from "../src/screens/workspace/view";
import { fakeServer, memory, testCache, type World } from "./testDesk";

export interface OpenOptions extends World {
  path?: string;
  server?: FakeServer;
  now?: () => number;
}

export function openWorkspace(options: OpenOptions = {}) {
  view.setState(view.getInitialState());
  const server = options.server ?? fakeServer(options);
  const environment = manualEnvironment();
  const sockets = fakeSockets();
  const client = createClient({ fetch: server.fetch, environment, repeats: 0 });
  const cache = testCache();
  const browser = {
    now: options.now ?? (() => Date.parse(noon)),
    newId: environment.newId,
    storage: memory(),
    windowStorage: memory(),
    liveUrl: "ws://desk.test/api/v1/live",
    connect: sockets.connect,
  };
  const history = createMemoryHistory({ initialEntries: [options.path ?? "/"] });
  const router = createAppRouter({ client, server: createServer(client), cache, browser }, history);
  const page = render(
    <Themed>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Themed>,
  );
  let sequence = 100;
  return {
    ...page,
    server,
    sockets,
    router,
    cache,
    user: userEvent.setup(),
    /** The live stream greets, as it does on every connection. */
    connect: async () => {
      await waitFor(() => sockets.last());
      await act(async () => sockets.last().say({ type: "hello", sequence, resumed: false }));
    },
    say: (...events: LiveEvent[]) =>
      act(async () => {
        for (const event of events) sockets.last().say({ type: "event", sequence: ++sequence, at: noon, event });
      }),
  };
}
