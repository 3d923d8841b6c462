import type { Upload, Uploader } from "@frontdesk/api";
import { describe, expect, it } from "vitest";
import { createUploads } from "./uploads";

const id = "conv-1";
const photo = new File(["12345"], "photo.png", { type: "image/png" });
const attachment = { id: "file-1", name: "photo.png", mediaType: "image/png", sizeBytes: 5 };

/** Uploads that end when the test says so. */
function newUploads(objection: (file: File) => string | undefined = () => undefined) {
  const asked: (Upload & { end(): void; fail(): void })[] = [];
  const upload: Uploader = (given) =>
    new Promise((resolve, reject) => {
      const ends = { end: () => resolve(attachment), fail: () => reject(new Error("No.")) };
      asked.push({ ...given, ...ends });
    });
  let last = 0;
  const newId = () => `key-${++last}`;
  const uploads = createUploads({ upload, newId, objection, problemText: () => "It failed." });
  const chosen = () => uploads.store.getState().chosen;
  return { uploads, asked, chosen };
}

describe("files beside a draft", () => {
  it("go up at once, tell how far they are, and are taken with the message once they are there", async () => {
    const { uploads, asked, chosen } = newUploads();
    const added = uploads.add(id, [photo]);
    expect(asked[0]).toMatchObject({ url: `/api/v1/conversations/${id}/files`, name: "photo.png" });
    asked[0]?.onProgress?.(0.4);
    expect(chosen()[0]).toMatchObject({ state: "uploading", progress: 0.4 });
    expect(uploads.take(id)).toEqual([]);
    asked[0]?.end();
    await added;
    expect(uploads.take("another")).toEqual([]);
    expect(uploads.take(id)).toEqual([attachment]);
    expect(chosen()).toEqual([]);
  });

  it("that failed are tried again under the same key", async () => {
    const { uploads, asked, chosen } = newUploads();
    const added = uploads.add(id, [photo]);
    asked[0]?.fail();
    await added;
    expect(chosen()[0]).toMatchObject({ state: "failed", reason: "It failed." });
    const again = uploads.retry("key-1");
    expect(chosen()[0]).not.toHaveProperty("reason");
    asked[1]?.end();
    await again;
    expect(asked.map(({ idempotencyKey }) => idempotencyKey)).toEqual(["key-1", "key-1"]);
    expect(uploads.take(id)).toEqual([attachment]);
  });

  it("are not sent at all when something is wrong with them", async () => {
    const { uploads, asked, chosen } = newUploads(() => "Too large.");
    await uploads.add(id, [photo]);
    expect(asked).toEqual([]);
    expect(chosen()[0]).toMatchObject({ state: "failed", reason: "Too large." });
  });

  it("are stopped when they are taken away", () => {
    const { uploads, asked, chosen } = newUploads();
    void uploads.add(id, [photo]);
    uploads.remove("key-1");
    expect(asked[0]?.signal?.aborted).toBe(true);
    expect(chosen()).toEqual([]);
  });
});
