// @vitest-environment jsdom
import { aConversation, aMessage, aSettings, guid, ids, minutesBefore, noon } from "@frontdesk/fakes";
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type OpenOptions, openWorkspace } from "../../../test/openWorkspace";
import { api } from "../../../test/testDesk";
import type { Conversation } from "../../model";

const id = guid("conv", 1);
const path = `${api}/conversations/${id}`;

/** Opens the workspace with one conversation focused. */
async function openConversation(changes: Partial<Conversation> = {}, options: OpenOptions = {}) {
  const messages = { [id]: [aMessage(1, { text: "My lamp is broken." })] };
  const conversation = aConversation({ lastMessageNumber: 1, ...changes });
  const opened = openWorkspace({ lists: { mine: [conversation] }, messages, path: `/conversations/${id}`, ...options });
  await opened.connect();
  await screen.findByRole("log");
  return opened;
}

const box = () => screen.findByLabelText("Write to the customer");
const bubbles = () => within(screen.getByRole("log"));

describe("writing", () => {
  it("shows a message at once, queued, and as sent when the live stream brings it", async () => {
    const { user, server, say } = await openConversation();
    server.on(`POST ${path}/messages`, { number: 2, publicNumber: 2, sentAt: minutesBefore(0) }, 201);
    await user.type(await box(), "We send a new one.{Enter}");
    const asked = server.asked(`POST ${path}/messages`)[0]?.body;
    const { clientMessageId } = asked as { clientMessageId: string };
    const sender = { kind: "agent", agentId: ids.me, name: "Ada Miles" } as const;
    await say({ kind: "message_added", message: aMessage(2, { sender, text: "We send a new one.", clientMessageId }) });
    expect(await bubbles().findByText("We send a new one.")).toBeDefined();
    expect(bubbles().getByLabelText("Sent")).toBeDefined();
  });

  it("ticks follow the marks", async () => {
    const sender = { kind: "agent", agentId: ids.me, name: "Ada Miles" } as const;
    const messages = { [id]: [aMessage(1), aMessage(2, { sender, text: "Here you are." })] };
    const { say } = await openConversation({ lastMessageNumber: 2 }, { messages });
    expect(bubbles().getByLabelText("Sent")).toBeDefined();
    const marks = { customerDelivered: 2, customerRead: 0, agentDelivered: 0, agentRead: 0 };
    await say({ kind: "marks_moved", conversationId: id, marks });
    expect(await bubbles().findByLabelText("Delivered")).toBeDefined();
    await say({ kind: "marks_moved", conversationId: id, marks: { ...marks, customerRead: 2 } });
    expect(await bubbles().findByLabelText("Read")).toBeDefined();
  });

  it("a refused message says why, and trying again carries the same key", async () => {
    const { user, server } = await openConversation();
    server.refuse(`POST ${path}/messages`, 409, "conversation_closed", "The conversation is closed.");
    await user.type(await box(), "Hello{Enter}");
    expect(await screen.findByText("Not sent. The conversation is closed.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(server.asked(`POST ${path}/messages`)).toHaveLength(2));
    const [first, second] = server.asked(`POST ${path}/messages`).map((request) => request.body);
    expect(second).toEqual(first);
  });

  it("Shift+Enter starts a new line", async () => {
    const { user, server } = await openConversation();
    await user.type(await box(), "one{Shift>}{Enter}{/Shift}two");
    expect(((await box()) as HTMLTextAreaElement).value).toBe("one\ntwo");
    expect(server.asked(`POST ${path}/messages`)).toEqual([]);
  });

  it("a note looks different, says so, and is sent as a note", async () => {
    const { user, server } = await openConversation();
    await user.click(await screen.findByRole("tab", { name: "Note" }));
    expect(screen.getByText("Note · only your team can read this")).toBeDefined();
    await user.type(screen.getByLabelText(/Write a note/), "Be kind{Enter}");
    await waitFor(() => expect(server.asked(`POST ${path}/messages`)).toHaveLength(1));
    expect(server.asked(`POST ${path}/messages`)[0]?.body).toMatchObject({ text: "Be kind", visibility: "internal" });
  });

  it("counts characters near the limit and refuses more", async () => {
    const settings = aSettings({ messageCharactersMax: 5 });
    const { user, server } = await openConversation({}, { me: { settings } });
    await user.type(await box(), "😀😀😀😀");
    expect(screen.getByText("1 character left")).toBeDefined();
    await user.type(await box(), "abc{Enter}");
    expect(screen.getByText("2 characters too many")).toBeDefined();
    expect(server.asked(`POST ${path}/messages`)).toEqual([]);
  });

  it("tells the customer that one types, and shows when they do", async () => {
    const { user, sockets } = await openConversation();
    await user.type(await box(), "We");
    expect(sockets.last().sent).toContainEqual({ type: "typing", conversationId: id });
    await act(async () => sockets.last().say({ type: "typing", conversationId: id, from: "customer", name: "Grace" }));
    expect(await screen.findByText("Grace is typing…")).toBeDefined();
  });
});

describe("files", () => {
  const file = (name: string, mediaType: string) => ({ id: guid("file", 1), name, mediaType, sizeBytes: 2_048 });
  const link = `GET ${path}/files/${guid("file", 1)}`;

  it("an image stands in the message and opens elsewhere", async () => {
    const attachments = [file("holiday.png", "image/png")];
    const messages = { [id]: [aMessage(1, { text: "", attachments })] };
    const { server } = await openConversation({}, { messages });
    server.on(link, { url: "/files/ticket", expiresAt: noon, ...attachments[0] });
    const image = await bubbles().findByRole("img", { name: "holiday.png" }, { timeout: 5_000 });
    expect(image.getAttribute("src")).toBe("/files/ticket");
    expect(image.closest("a")?.getAttribute("target")).toBe("_blank");
  });

  it("any other is a card with its name as text, whatever it says", async () => {
    const name = "<img src=x onerror=alert(1)>.pdf";
    const messages = { [id]: [aMessage(1, { attachments: [file(name, "application/pdf")] })] };
    await openConversation({}, { messages });
    expect(await bubbles().findByRole("button", { name }, { timeout: 5_000 })).toBeDefined();
    expect(bubbles().getByText("2 kB")).toBeDefined();
    expect(bubbles().queryByRole("img")).toBeNull();
  });

  it("one of a kind that is not taken says so and is left out", async () => {
    const { user, server } = await openConversation();
    server.on(`POST ${path}/messages`, { number: 2, publicNumber: 2, sentAt: minutesBefore(0) }, 201);
    await user.upload(document.querySelector("[data-files]") as HTMLInputElement, new File(["x"], "setup.exe"));
    expect(await screen.findByText("Files of this kind are not taken.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Remove setup.exe" }));
    expect(screen.queryByText("setup.exe")).toBeNull();
  });
});

describe("reading", () => {
  it("shows days, system lines in words, and where the unread ones start", async () => {
    const messages = {
      [id]: [
        aMessage(1, { sentAt: "2026-11-22T12:00:00.000Z", text: "Yesterday's" }),
        aMessage(2, { sender: { kind: "system", event: "agent_accepted" }, text: "" }),
        aMessage(3, { text: "Are you there?" }),
      ],
    };
    const marks = { customerDelivered: 0, customerRead: 0, agentDelivered: 2, agentRead: 2 };
    await openConversation({ lastMessageNumber: 3, unread: 1, marks }, { messages });
    for (const words of ["Yesterday", "Today", "Unread"]) expect(bubbles().getByText(words)).toBeDefined();
    expect(bubbles().getByText(/An agent joined the conversation/)).toBeDefined();
  });

  it("tells the server what was delivered", async () => {
    const { server } = await openConversation();
    await waitFor(() => expect(server.asked(`POST ${path}/marks`).length).toBeGreaterThan(0));
    expect(server.asked(`POST ${path}/marks`)[0]?.body).toMatchObject({ delivered: 1 });
  });

  it("fetches what came before", async () => {
    const { user, server, cache } = await openConversation({}, {});
    server.on(`GET ${path}/messages?before=5&limit=60`, { items: [aMessage(4, { text: "earlier" })], more: false });
    act(() => {
      cache.setQueryData(["messages", id], { items: [aMessage(5, { text: "later" })], moreBefore: true });
    });
    await user.click(await screen.findByRole("button", { name: "Load earlier messages" }));
    expect(await bubbles().findByText("earlier")).toBeDefined();
    expect(bubbles().getByText("later")).toBeDefined();
  });

  it("a link in a message opens elsewhere and knows nothing of us", async () => {
    await openConversation({}, { messages: { [id]: [aMessage(1, { text: "see https://shop.example/a?b=1." })] } });
    const link = bubbles().getByRole("link", { name: "https://shop.example/a?b=1" });
    expect(link.getAttribute("rel")).toContain("noopener");
  });
});

describe("ending", () => {
  it("End leads to wrap-up; closing that closes the session", async () => {
    const { user, server, say } = await openConversation();
    await user.click(await screen.findByRole("button", { name: "End" }));
    expect(server.asked(`POST ${path}/end`)).toHaveLength(1);
    await say({
      kind: "conversation_changed",
      conversation: aConversation({ status: "wrap_up", lastMessageNumber: 1 }),
    });
    const bar = (await screen.findByText(/Wrap-up: finish your notes/)).closest("div");
    expect(screen.queryByLabelText("Write to the customer")).toBeNull();
    await user.click(within(bar as HTMLElement).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("log")).toBeNull());
    expect(server.asked(`POST ${path}/close-session`)).toHaveLength(1);
  });

  it("X on a session in hand tells the server, and a refusal keeps it open", async () => {
    const { user, server } = await openConversation();
    server.refuse(`POST ${path}/close-session`, 409, "not_assigned_to_you", "Not yours.");
    const leave = "Leave: the conversation goes back to its queue";
    await user.click(await screen.findByRole("button", { name: leave }));
    expect(await screen.findByText("The conversation could not be closed.")).toBeDefined();
    server.on(`POST ${path}/close-session`, {});
    await user.click(screen.getByRole("button", { name: leave }));
    await waitFor(() => expect(screen.queryByRole("log")).toBeNull());
  });

  it("one that waits is taken up again from where it is read", async () => {
    const { user, server } = await openConversation({ status: "waiting", activeAgentId: null, mode: "asynchronous" });
    const [button] = await screen.findAllByRole("button", { name: "Continue conversation" });
    await user.click(button as HTMLElement);
    expect(server.asked(`POST ${path}/pick`)).toHaveLength(1);
  });

  it("a closed one is read only and its X asks the server nothing", async () => {
    const { user, server } = await openConversation({ status: "closed" });
    expect(await screen.findByText(/is closed. It cannot be opened again/)).toBeDefined();
    expect(screen.queryByRole("textbox", { name: /Write/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Close Grace Hall" }));
    await waitFor(() => expect(screen.queryByRole("log")).toBeNull());
    expect(server.asked(`POST ${path}/close-session`)).toEqual([]);
  });

  it("transfers to a colleague and lets go of the session", async () => {
    const { user, server } = await openConversation();
    await user.click(await screen.findByRole("button", { name: "Transfer" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(await within(dialog).findByRole("radio", { name: /Bo Lindqvist/ }));
    await user.click(within(dialog).getByRole("button", { name: "Transfer" }));
    await waitFor(() => expect(screen.queryByRole("log")).toBeNull());
    expect(server.asked(`POST ${path}/transfer`)[0]?.body).toEqual({ agentId: ids.colleague });
  });
});

describe("a lost connection", () => {
  it("is one line that says what still works, and what was written leaves when it is back", async () => {
    const { user, server, sockets } = await openConversation();
    server.once(`POST ${path}/messages`, "unreachable").on(`POST ${path}/messages`, {}, 201);
    await act(async () => sockets.last().lose());
    await user.type(await box(), "Still here{Enter}");
    expect(await screen.findByText(/Connection lost/)).toBeDefined();
    expect(bubbles().getByLabelText("Waiting to be sent")).toBeDefined();
    await waitFor(() => expect(sockets.sockets.length).toBeGreaterThan(1));
    await act(async () => sockets.last().say({ type: "hello", sequence: 100, resumed: true }));
    await waitFor(() => expect(server.asked(`POST ${path}/messages`)).toHaveLength(2));
    await waitFor(() => expect(screen.queryByText(/Connection lost/)).toBeNull());
  });
});
