import { manualEnvironment, noon, settled } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import { memory } from "../../test/testDesk";
import { createOutbox, type Pending, type Sent } from "./outbox";

function outbox(answers: Sent[], storage = memory()) {
  const waiting: (() => void)[] = [];
  const sent: Pending[] = [];
  const box = createOutbox({
    agentId: "ada",
    storage,
    send: async (message) => {
      sent.push(message);
      return answers.shift() ?? { kind: "stored" };
    },
    newId: manualEnvironment().newId,
    now: () => Date.parse(noon),
    later: (act) => waiting.push(act),
  });
  return { box, sent, storage, waiting, states: () => box.store.getState().pending.map((message) => message.state) };
}

describe("messages on their way", () => {
  it("are gone once the server has them", async () => {
    const { box, states } = outbox([{ kind: "stored" }]);
    await box.send("one", "Hello", "public");
    expect(states()).toEqual([]);
  });

  it("stay queued while the server cannot be reached and leave when it is back, under the same key", async () => {
    const { box, sent, states } = outbox([{ kind: "later" }]);
    await box.send("one", "Hello", "public");
    expect(states()).toEqual(["queued"]);
    await box.flush();
    expect(states()).toEqual([]);
    expect(sent[1]?.clientMessageId).toBe(sent[0]?.clientMessageId);
  });

  it("are sent again after a moment when the server was only busy", async () => {
    const { box, waiting, states } = outbox([{ kind: "later" }]);
    await box.send("one", "Hello", "public");
    for (const act of waiting) act();
    await settled();
    expect(states()).toEqual([]);
  });

  it("say why the server refused them, and are sent again under the same key", async () => {
    const { box, sent } = outbox([{ kind: "refused", reason: "The conversation is closed." }]);
    await box.send("one", "Hello", "public");
    const [failed] = box.store.getState().pending;
    expect(failed).toMatchObject({ state: "failed", reason: "The conversation is closed." });
    await box.retry(failed?.clientMessageId ?? "");
    expect(sent.map((message) => message.clientMessageId)).toEqual([failed?.clientMessageId, failed?.clientMessageId]);
    expect(box.store.getState().pending).toEqual([]);
  });

  it("leave in the order they were written, one after the other", async () => {
    const { box, sent } = outbox([{ kind: "later" }]);
    await box.send("one", "first", "public");
    await box.send("one", "second", "public");
    expect(sent.map((message) => message.text)).toEqual(["first", "first", "second"]);
  });

  it("of one conversation do not wait for another's", async () => {
    const { box, sent, states } = outbox([{ kind: "later" }]);
    await box.send("one", "stuck", "public");
    await box.send("two", "free", "public");
    expect(sent.map((message) => message.text)).toEqual(["stuck", "free"]);
    expect(states()).toEqual(["queued"]);
  });

  it("survive a reload", async () => {
    const storage = memory();
    await outbox([{ kind: "later" }], storage).box.send("one", "Hello", "internal");
    const again = outbox([], storage);
    await again.box.flush();
    expect(again.sent).toMatchObject([{ text: "Hello", visibility: "internal" }]);
    expect(storage.values.size).toBe(0);
  });
});
