import { describe, expect, it } from "vitest";
import { memory } from "../../test/testDesk";
import { createDrafts } from "./drafts";

describe("drafts", () => {
  it("are kept for each conversation and survive a reload", () => {
    const storage = memory();
    const drafts = createDrafts("ada", storage);
    drafts.setText("one", "Dear");
    drafts.setText("two", "Hello");
    expect(createDrafts("ada", storage).get("one").text).toBe("Dear");
    expect(createDrafts("bo", storage).get("one").text).toBe("");
  });

  it("a note and a reply never become each other", () => {
    const drafts = createDrafts("ada", memory());
    drafts.setMode("one", "internal");
    drafts.setText("one", "He is rude");
    drafts.setMode("one", "public");
    expect(drafts.get("one")).toEqual({ text: "", visibility: "public" });
    drafts.setMode("one", "internal");
    expect(drafts.get("one").text).toBe("He is rude");
  });

  it("text from a script goes to the reply, after what is there", () => {
    const drafts = createDrafts("ada", memory());
    drafts.setText("one", "Hello,");
    drafts.setMode("one", "internal");
    drafts.insertReply("one", "Your parcel is on its way.");
    expect(drafts.get("one")).toEqual({ text: "Hello,\nYour parcel is on its way.", visibility: "public" });
  });

  it("broken storage costs nothing but the drafts", () => {
    const storage = memory();
    storage.setItem("frontdesk.drafts.ada", "{not json");
    expect(createDrafts("ada", storage).get("one").text).toBe("");
  });
});
