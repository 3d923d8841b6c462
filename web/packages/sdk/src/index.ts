// The JS API for the workspace that hosts it. Pages load the built `/sdk/omnichannel.js` instead.

export { isAllowedOrigin } from "./bridge/origins.ts";
export type {
  CreateSessionInput,
  CreateTabInput,
  Host,
  SessionHost,
  SessionState,
  TabState,
  WorkspaceState,
} from "./host.ts";
export { type InstallSettings, installOmnichannel } from "./install.ts";
