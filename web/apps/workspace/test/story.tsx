/** A story: one state of one part of the workspace, on a server of canned answers. Shown by tests and by `npm run stories`. */
import type { FakeServer } from "@frontdesk/fakes";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { DeskProvider } from "../src/app/context";
import { Themed } from "../src/app/Themed";
import { testDesk, type World } from "./testDesk";

export interface Story {
  server: FakeServer;
  show: ReactElement;
}

export function Shown(props: { story: Story; world?: World }) {
  const { server, show } = props.story;
  const { desk } = testDesk({ ...props.world, server });
  return (
    <Themed>
      <QueryClientProvider client={desk.cache}>
        <DeskProvider value={desk}>{show}</DeskProvider>
      </QueryClientProvider>
    </Themed>
  );
}
