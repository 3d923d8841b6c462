/** Puts the JS API into this page for as long as its agent is signed in. */
import type { Client } from "@frontdesk/api";
import { installOmnichannel } from "@frontdesk/sdk";
import type { Desk } from "../app/desk";
import { createWorkspaceHost } from "./workspaceHost";

export function installHost(desk: Desk, client: Client): () => void {
  return installOmnichannel(createWorkspaceHost(desk, client, location.origin));
}
