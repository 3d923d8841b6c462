// @vitest-environment jsdom
import { aConversation, aMessage, guid, minutesBefore, noon } from "@frontdesk/fakes";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { addConversation, api, fakeServer } from "../../../test/testDesk";
import type { FoundConversation, Passage } from "../../model";

const said = (messageNumber: number | null, text: string, found: string): Passage => {
  const [before = "", after = ""] = text.split(found);
  const part = (words: string, isFound: boolean) => (words ? [{ text: words, found: isFound }] : []);
  const sender = messageNumber === null ? null : { kind: "customer" as const, visitorId: null, name: "Ada" };
  return {
    messageNumber,
    sender,
    at: noon,
    parts: [...part(before, false), ...part(found, true), ...part(after, false)],
  };
};
const found = (number: number, ...passages: Passage[]): FoundConversation => ({
  conversation: aConversation({ id: guid("conv", number), customerName: `Customer ${number}`, status: "closed" }),
  passages,
});
const page = (items: FoundConversation[], nextCursor: string | null = null, complete = true) => ({
  items,
  nextCursor,
  complete,
});
const path = (text: string, cursor?: string) =>
  `GET ${api}/search?text=${encodeURIComponent(text)}${cursor ? `&cursor=${cursor}` : ""}`;
const field = () => screen.findByRole("searchbox", { name: "Search all conversations" });

describe("a search", () => {
  it("shows where it was said, marked, instead of the lists, and the lists again when it is over", async () => {
    const server = fakeServer().on(path("kettle"), page([found(1, said(3, "My kettle leaks", "kettle"))]));
    const { user } = openWorkspace({ server });
    await user.type(await field(), "kettle");
    const results = await screen.findByRole("list", { name: "Found conversations" });
    expect(within(results).getByText("kettle").tagName).toBe("MARK");
    expect(within(results).getByText("Closed")).toBeDefined();
    expect(within(results).getByRole("button", { name: /^Open Customer 1: Ada: My kettle leaks/ })).toBeDefined();
    expect(screen.queryByRole("tab", { name: "My" })).toBeNull();
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("tab", { name: "My" })).toBeDefined();
  });

  it("opens a conversation at what was said, however far back", async () => {
    const conversation = aConversation({ id: guid("conv", 1), customerName: "Customer 1", lastMessageNumber: 70 });
    const messages = Array.from({ length: 70 }, (_, at) =>
      aMessage(at + 1, { conversationId: conversation.id, text: `Words ${at + 1}`, sentAt: minutesBefore(90 - at) }),
    );
    const server = fakeServer();
    addConversation(server, conversation, { messages: { [conversation.id]: messages.slice(10) } });
    const earlier = `GET ${api}/conversations/${conversation.id}/messages?before=11&limit=60`;
    server.on(earlier, { items: messages.slice(0, 10), more: false });
    server.on(`GET ${api}/conversations/${conversation.id}/messages?before=71&limit=80`, {
      items: messages.slice(10),
      more: true,
    });
    server.on(path("words"), page([{ conversation, passages: [said(4, "Words 4", "Words")] }]));
    const { user } = openWorkspace({ server });
    await user.type(await field(), "words");
    await user.click(await screen.findByRole("button", { name: /^Open Customer 1: Ada: Words 4/ }));
    await waitFor(() => expect(server.asked(earlier).length).toBe(1));
    const log = await screen.findByRole("log");
    await within(log).findByText("Words 4");
  });

  it("goes on where the page ended, and shows a conversation once", async () => {
    const first = page([found(1, said(9, "late parcel", "parcel")), found(2, said(1, "a parcel", "parcel"))], "5");
    const second = page([found(1, said(2, "which parcel?", "parcel"))]);
    const server = fakeServer().on(path("parcel"), first).on(path("parcel", "5"), second);
    const { user } = openWorkspace({ server });
    await user.type(await field(), "parcel");
    expect(await screen.findByText("The newest 2 conversations")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Show more" }));
    expect(await screen.findByText("2 conversations")).toBeDefined();
    const passages = screen.getAllByRole("button", { name: /^Open Customer 1/ });
    expect(passages.map((button) => button.textContent?.match(/Ada: (.*?) \d/)?.[1])).toEqual([
      "late parcel",
      "which parcel?",
    ]);
  });

  it("says when nothing was found, when older ones may be missing, and when it failed", async () => {
    const server = fakeServer()
      .on(path("nothing"), page([], null, false))
      .refuse(path("broken"), 503, "store_away", "The store is away.");
    const { user } = openWorkspace({ server });
    await user.type(await field(), "nothing");
    expect(await screen.findByText(/being made searchable/)).toBeDefined();
    expect(screen.getAllByText(/Nothing found for “nothing”/).length).toBeGreaterThan(0);
    await user.clear(await field());
    await user.type(await field(), "broken");
    expect(await screen.findByText("The search did not work.")).toBeDefined();
  });
});
