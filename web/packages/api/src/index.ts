// The native API as a browser uses it: types, HTTP and the live stream. Knows no framework and keeps no state of its own.

export { type BackoffSettings, backoffMs } from "./backoff.ts";
export {
  type Client,
  type ClientSettings,
  createClient,
  type Method,
  type QueryValue,
  type RequestOptions,
} from "./client.ts";
export { browserEnvironment, type Environment, type Timers } from "./environment.ts";
export { type LiveListeners, type LiveSettings, type LiveState, LiveStream, type SocketLike } from "./live.ts";
export { NetworkError, ProblemError } from "./problem.ts";
export type * from "./routing.ts";
export type * from "./types.ts";
export { type Upload, type Uploader, uploadFile } from "./upload.ts";
export type * from "./visitor.ts";
