// Sends a file's bytes and tells how far they have got, which fetch cannot. Knows nothing of what the file is for.

import { NetworkError, problemOf } from "./problem.ts";
import type { Attachment } from "./types.ts";

export interface Upload {
  /** Where to, without the name. */
  url: string;
  file: Blob;
  name: string;
  /** A bearer token; without one the browser's cookie signs in. */
  token?: string | undefined;
  /** The same one again is the same file. */
  idempotencyKey: string;
  /** From 0 to 1. */
  onProgress?(part: number): void;
  signal?: AbortSignal;
}

export type Uploader = (upload: Upload) => Promise<Attachment>;

/** Rejects with what the server objects to, or that it cannot be reached. */
export const uploadFile: Uploader = (upload) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${upload.url}?name=${encodeURIComponent(upload.name)}`);
    request.setRequestHeader("content-type", upload.file.type || "application/octet-stream");
    request.setRequestHeader("idempotency-key", upload.idempotencyKey);
    if (upload.token !== undefined) request.setRequestHeader("authorization", `Bearer ${upload.token}`);
    request.upload.onprogress = ({ loaded, total }) => upload.onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NetworkError("The server cannot be reached."));
    request.onabort = () => reject(new NetworkError("The upload was stopped."));
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Attachment);
      else void problemOf(responseOf(request)).then(reject);
    };
    upload.signal?.addEventListener("abort", () => request.abort());
    request.send(upload.file);
  });

function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ["retry-after", "x-correlation-id"]) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status, statusText: request.statusText, headers });
}
