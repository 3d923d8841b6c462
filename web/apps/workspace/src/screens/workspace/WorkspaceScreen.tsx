/** The workspace of whoever is signed in: makes their desk, connects it, and draws the frame round it. */
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { DeskProvider } from "../../app/context";
import { createDesk } from "../../app/desk";
import { keys } from "../../app/keys";
import { installHost } from "../../host/install";
import { connectLive } from "../../live/connect";
import type { Me } from "../../model";
import { Frame } from "./Frame";
import { useAddress } from "./useAddress";

export function WorkspaceScreen() {
  const { cache } = useRouter().options.context;
  const me = cache.getQueryData<Me>(keys.me);
  return me ? <Workplace key={me.id} me={me} /> : null;
}

/** One desk for each agent; what changes about them later is in the cache. */
function Workplace(props: { me: Me }) {
  const router = useRouter();
  const { client, server, cache, browser } = router.options.context;
  const [desk] = useState(() => createDesk({ me: props.me, server, cache, ...browser }));
  useEffect(() => {
    const toSignIn = () => {
      cache.removeQueries({ queryKey: keys.me });
      void router.navigate({ to: "/sign-in", search: { to: location.pathname, expired: true } });
    };
    const { liveUrl, connect } = browser;
    const disconnect = connectLive(desk, { url: liveUrl, onSignedOut: toSignIn, ...(connect ? { connect } : {}) });
    const uninstall = installHost(desk, client);
    return () => {
      uninstall();
      disconnect();
    };
  }, [desk, client, cache, browser, router]);
  return (
    <DeskProvider value={desk}>
      <Address />
      <Frame />
    </DeskProvider>
  );
}

function Address() {
  useAddress();
  return null;
}
