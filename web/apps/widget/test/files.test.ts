// @vitest-environment jsdom
// Files in the chat: what leaves with a message, what may be chosen, and that names are never more than text.

import { settled } from "@frontdesk/fakes";
import { describe, expect, it, vi } from "vitest";
import { openTray, show } from "../src/files/index.ts";
import type { Outgoing, SentFile } from "../src/files/load.ts";
import { chatting, newDesk, PATH, routes } from "./desk.ts";

const access = { url: `https://desk.example${PATH}/files`, token: "secret" };

function outgoing(upload: Outgoing["upload"] = async () => ["file-1"]): Outgoing {
  return { shown: [{ name: "a.png", mediaType: "image/png", sizeBytes: 5 }], upload };
}

describe("a message with files", () => {
  it("leaves when they are there, and names them", async () => {
    const desk = await chatting();
    desk.server.on(routes.send, { number: 2, sentAt: "" }, 201);
    const upload = vi.fn(async () => ["file-1"]);
    desk.chat.send("", outgoing(upload));
    expect(desk.chat.state.entries.at(-1)?.files?.[0]?.name).toBe("a.png");
    await settled();
    expect(upload).toHaveBeenCalledWith(access, "id-2");
    const sent = desk.server.asked(routes.send)[0]?.body;
    expect(sent).toEqual({ text: "", clientMessageId: "id-2", attachments: ["file-1"] });
  });

  it("begins a conversation first where there is none", async () => {
    const desk = newDesk();
    desk.server.on(routes.send, { number: 1, sentAt: "" }, 201);
    const chat = desk.newChat();
    await chat.load();
    chat.send("See", outgoing());
    await settled();
    expect(desk.server.asked(routes.start)[0]?.body).not.toHaveProperty("text");
    expect(desk.server.asked(routes.send)[0]?.body).toMatchObject({ text: "See", attachments: ["file-1"] });
  });

  it("is tried again with the same key and the same files", async () => {
    const desk = await chatting();
    desk.server.on(routes.send, { number: 2, sentAt: "" }, 201);
    const upload = vi.fn(async () => ["file-1"]).mockRejectedValueOnce(new Error("The file is not taken."));
    desk.chat.send("", outgoing(upload));
    await settled();
    expect(desk.chat.state.entries.at(-1)).toMatchObject({ unsent: "failed", reason: "The file is not taken." });
    desk.chat.retry("id-2");
    await settled();
    expect(upload.mock.calls).toEqual([
      [access, "id-2"],
      [access, "id-2"],
    ]);
    expect(desk.server.asked(routes.send)).toHaveLength(1);
  });

  it("comes from the agent with its files", async () => {
    const desk = await chatting();
    const attachments = [{ id: "f", name: "b.pdf", mediaType: "application/pdf", sizeBytes: 9 }];
    desk.say(2, "", { attachments });
    await settled();
    expect(desk.chat.state.entries.at(-1)?.files).toEqual(attachments);
  });
});

describe("the tray", () => {
  const limits = { sizeBytesMax: 100, imageSizeBytesMax: 50, blockedExtensions: ["exe"] };
  const file = (name: string, size: number, type = "") => new File(["x".repeat(size)], name, { type });

  function opened() {
    const box = document.createElement("div");
    const place = document.createElement("span");
    box.append(place);
    const onCount = vi.fn();
    const tray = openTray(place, limits, "en", onCount);
    const paste = (...files: File[]) =>
      box.dispatchEvent(Object.assign(new Event("paste", { cancelable: true }), { clipboardData: { files } }));
    return { place, onCount, tray, paste };
  }

  it("takes what is pasted, once", () => {
    const { onCount, tray, paste } = opened();
    expect(paste(file("a.txt", 10))).toBe(false);
    expect(onCount).toHaveBeenLastCalledWith(1);
    expect(tray.take()?.shown.map(({ name }) => name)).toEqual(["a.txt"]);
    expect(tray.take()).toBeUndefined();
    expect(onCount).toHaveBeenLastCalledWith(0);
  });

  it.each([
    ["a large file", file("big.txt", 101), "big.txt is larger than 0 MB."],
    ["a large image", file("big.png", 51, "image/png"), "big.png is larger than 0 MB."],
    ["a program", file("Setup.EXE", 1), "Files such as Setup.EXE cannot be sent."],
  ])("says what is wrong with %s", (_, wrong, words) => {
    const { place, tray, paste } = opened();
    paste(wrong, file("fine.txt", 1));
    expect(place.querySelector("[role=alert]")?.textContent).toBe(words);
    expect(tray.take()?.shown.map(({ name }) => name)).toEqual(["fine.txt"]);
  });

  it("leaves out what is taken away again", () => {
    const { place, tray, paste } = opened();
    paste(file("a.txt", 1));
    place.querySelector<HTMLButtonElement>("[aria-label='Remove a.txt']")?.click();
    expect(tray.take()).toBeUndefined();
  });
});

it("shows names as text, whatever they say", () => {
  const place = document.createElement("span");
  const name = "<img src=x onerror=alert(1)>.pdf";
  const files: SentFile[] = [{ id: "f", name, mediaType: "application/pdf", sizeBytes: 2_000 }];
  show(place, files, () => access, "en");
  expect(place.querySelector("img")).toBeNull();
  expect(place.textContent).toBe(`${name} 2 kB`);
});
