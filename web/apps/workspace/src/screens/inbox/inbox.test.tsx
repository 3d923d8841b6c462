// @vitest-environment jsdom
import { aConversation, aMessage, guid, ids, minutesBefore, noon } from "@frontdesk/fakes";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { api } from "../../../test/testDesk";
import type { Conversation } from "../../model";

const at = (number: number, changes: Partial<Conversation>) =>
  aConversation({ id: guid("conv", number), customerName: `Customer ${number}`, ...changes });
const open: Partial<Conversation> = { status: "open", activeAgentId: null, listAgentId: null };
const names = () => screen.getAllByText(/^Customer \d+$/).map((element) => element.textContent);

describe("the lists", () => {
  it("a row says who, what, since when and what is owed", async () => {
    const lastMessage = {
      fromCustomer: true,
      senderName: "x",
      text: "Where is my parcel?",
      attachments: 0,
      sentAt: noon,
    };
    const changes = { unread: 2, priority: "high", lastMessage, customerWaitingSince: minutesBefore(7) } as const;
    openWorkspace({ lists: { mine: [at(1, changes)] } });
    const row = await screen.findByRole("button", { name: /Customer 1/ });
    for (const words of ["Where is my parcel?", "7 min", "High priority", "Support"]) {
      expect(within(row).getByText(words)).toBeDefined();
    }
    expect(within(row).getByLabelText("2 unread messages")).toBeDefined();
    expect(within(row).getByLabelText("Live chat")).toBeDefined();
  });

  it("count what is unread and what is open, in the title too", async () => {
    openWorkspace({ lists: { mine: [at(1, { unread: 3 })], open: [at(2, open), at(3, open)] } });
    expect(await screen.findByRole("tab", { name: "My, 3 unread" })).toBeDefined();
    expect(await screen.findByRole("tab", { name: "Open, 2 conversations" })).toBeDefined();
    await waitFor(() => expect(document.title).toBe("(3 unread) Frontdesk"));
  });

  it("follow the live stream", async () => {
    const { connect, say } = openWorkspace();
    await screen.findByText("Nothing is assigned to you");
    await connect();
    await say({ kind: "conversation_changed", conversation: at(1, {}) });
    expect(await screen.findByText("Customer 1")).toBeDefined();
  });

  it("keep their rows in place while the pointer is over them, and offer what is new", async () => {
    const waiting = (number: number, minutes: number) => at(number, { customerWaitingSince: minutesBefore(minutes) });
    const { user, connect, say } = openWorkspace({ lists: { mine: [waiting(1, 5), waiting(2, 3)] } });
    await connect();
    await user.hover(await screen.findByText("Customer 2"));
    await say({ kind: "conversation_changed", conversation: waiting(3, 9) });
    expect(names()).toEqual(["Customer 1", "Customer 2"]);
    await user.click(await screen.findByRole("button", { name: "Show 1 new conversation" }));
    expect(names()).toEqual(["Customer 3", "Customer 1", "Customer 2"]);
  });

  it("say what an empty list means and what comes next", async () => {
    const { user } = openWorkspace();
    expect(await screen.findByText(/offered to you while you are available/)).toBeDefined();
    await user.click(screen.getByRole("tab", { name: "Closed" }));
    expect(await screen.findByText("Nothing closed today")).toBeDefined();
  });

  it("say what failed and try again", async () => {
    const world = { lists: { mine: [at(1, {})] } };
    const { server, user, cache } = openWorkspace(world);
    await screen.findByText("Customer 1");
    server.once(`GET ${api}/conversations?view=closed&limit=200`, "unreachable");
    await user.click(screen.getByRole("tab", { name: "Closed" }));
    expect(await screen.findByText("This list could not be loaded.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Nothing closed today")).toBeDefined();
    expect(cache.isFetching()).toBe(0);
  });

  it("an open conversation is assigned from its row and opens at once", async () => {
    const { user, server } = openWorkspace({ lists: { open: [at(2, open)] } });
    await user.click(await screen.findByRole("tab", { name: /^Open/ }));
    await user.click(await screen.findByRole("button", { name: "Assign to me: Customer 2" }));
    expect(await screen.findByRole("heading", { name: /Customer 2/ })).toBeDefined();
    expect(server.asked(`POST ${api}/conversations/${guid("conv", 2)}/pick`)).toHaveLength(1);
  });

  it("arrow keys move between rows", async () => {
    const { user } = openWorkspace({ lists: { mine: [at(1, {}), at(2, {})] } });
    const rows = await screen.findAllByRole("button", { name: /Customer \d/ });
    rows[0]?.focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(rows[1]);
  });
});

describe("supervisors", () => {
  it("see what goes on and read along without marking anything as read", async () => {
    const theirs = at(4, { activeAgentId: ids.colleague, listAgentId: ids.colleague, unread: 1, lastMessageNumber: 1 });
    const messages = { [theirs.id]: [aMessage(1, { conversationId: theirs.id, text: "Hello?" })] };
    const { user, server } = openWorkspace({ me: { role: "supervisor" }, lists: { ongoing: [theirs] }, messages });
    await user.click(await screen.findByRole("button", { name: "Ongoing" }));
    await user.click(await screen.findByRole("button", { name: /Customer 4/ }));
    expect(await screen.findByText("Hello?")).toBeDefined();
    expect(await screen.findByText(/Bo Lindqvist has this conversation/)).toBeDefined();
    expect(screen.queryByLabelText("Write to the customer")).toBeNull();
    expect(screen.getByLabelText(/Write a note/)).toBeDefined();
    expect(server.asked(`POST ${api}/conversations/${theirs.id}/marks`)).toEqual([]);
  });

  it("agents have no such list", async () => {
    openWorkspace();
    await screen.findByText("Nothing is assigned to you");
    expect(screen.queryByRole("button", { name: "Ongoing" })).toBeNull();
  });
});

describe("one's presence", () => {
  it("is chosen by name", async () => {
    const { user, server } = openWorkspace();
    await user.click(await screen.findByRole("button", { name: "Presence: Available" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "In a meeting" }));
    expect(server.asked(`PUT ${api}/agents/me/presence`)[0]?.body).toEqual({ presenceId: ids.busy });
  });
});
