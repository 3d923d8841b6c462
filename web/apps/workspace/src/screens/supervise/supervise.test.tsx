// @vitest-environment jsdom
import { aConversation, aMessage, aParticipant, aSettings, guid, ids, noon } from "@frontdesk/fakes";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type OpenOptions, openWorkspace } from "../../../test/openWorkspace";
import { api } from "../../../test/testDesk";
import type { Conversation } from "../../model";

const id = guid("conv", 1);
const path = `${api}/conversations/${id}`;
const theirs = (number: number, changes: Partial<Conversation> = {}) =>
  aConversation({
    id: guid("conv", number),
    customerName: `Customer ${number}`,
    activeAgentId: ids.colleague,
    listAgentId: ids.colleague,
    lastMessageNumber: 1,
    ...changes,
  });
const waiting: Partial<Conversation> = { status: "open", activeAgentId: null, listAgentId: null };

async function overlook(conversations: Conversation[], options: OpenOptions = {}) {
  const messages = { [id]: [aMessage(1, { text: "Hello?" })] };
  const me = { role: "supervisor", ...options.me } as const;
  const opened = openWorkspace({ lists: { ongoing: conversations }, messages, ...options, me });
  await opened.connect();
  await opened.user.click(await screen.findByRole("button", { name: "Ongoing" }));
  return opened;
}

async function choose(user: Awaited<ReturnType<typeof overlook>>["user"], act: RegExp) {
  await user.click(await screen.findByText("Customer 1"));
  await user.click(await screen.findByRole("button", { name: "Supervise" }));
  await user.click(await screen.findByRole("menuitem", { name: act }));
}

const own = aParticipant({ id: guid("part", 3), mode: "monitor", public: false, assignReason: "AgentMonitor" });
const changed = { kind: "participant_changed", conversationId: id } as const;

describe("supervising one conversation", () => {
  it("monitors: reads along without a word, and stops", async () => {
    const { user, server, say } = await overlook([theirs(1)]);
    await choose(user, /Monitor/);
    expect(server.asked(`POST ${path}/monitor`)).toHaveLength(1);
    await say({ ...changed, participant: own });
    expect(await screen.findByText("You read along. Neither the agent nor the customer is told.")).toBeDefined();
    expect(screen.queryByRole("textbox", { name: /Write/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Stop monitoring" }));
    expect(server.asked(`POST ${path}/leave`)).toHaveLength(1);
    await say({ ...changed, participant: { ...own, leftAt: noon, leftReason: "agent_closed" } });
    expect(await screen.findByText(/Bo Lindqvist has this conversation/)).toBeDefined();
  });

  it("joins, and writes to the customer", async () => {
    const { user, server, say } = await overlook([theirs(1)]);
    await choose(user, /Join/);
    expect(server.asked(`POST ${path}/join`)).toHaveLength(1);
    const joined = { ...own, mode: "consult", public: true, assignReason: "AgentConversationJoin" } as const;
    await say({ ...changed, participant: joined });
    await user.type(await screen.findByRole("textbox", { name: "Write to the customer" }), "Good day{Enter}");
    expect(server.asked(`POST ${path}/messages`)[0]?.body).toMatchObject({ text: "Good day", visibility: "public" });
  });

  it("assigns what waits, and says in the server's words why not", async () => {
    const { user, server } = await overlook([theirs(1, waiting)]);
    server.refuse(`POST ${path}/assign`, 409, "agent_at_capacity", "Bo Lindqvist has no room for it.");
    await choose(user, /Assign/);
    const dialog = await screen.findByRole("dialog");
    await user.click(await within(dialog).findByText("Bo Lindqvist"));
    await user.click(within(dialog).getByText("Assign"));
    expect(await screen.findByText("Bo Lindqvist has no room for it.")).toBeDefined();
    server.on(`POST ${path}/assign`, {});
    await user.click(within(dialog).getByLabelText("Regardless of presence and capacity"));
    await user.click(within(dialog).getByText("Assign"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(server.asked(`POST ${path}/assign`).map(({ body }) => body)).toEqual([
      { agentId: ids.colleague, regardless: false },
      { agentId: ids.colleague, regardless: true },
    ]);
  });

  it("closes only after a question", async () => {
    const { user, server } = await overlook([theirs(1)]);
    await choose(user, /Force close/);
    expect(await screen.findByText("Close the conversation with Customer 1?")).toBeDefined();
    expect(server.asked(`POST ${path}/force-close`)).toEqual([]);
    await user.click(screen.getByText("Close it"));
    expect(server.asked(`POST ${path}/force-close`)).toHaveLength(1);
  });

  it("is not offered where the organisation has switched it off, nor to agents", async () => {
    const supervisors = { monitor: false, assign: false, transfer: false, forceClose: false };
    const { user } = await overlook([theirs(1)], { me: { settings: aSettings({ supervisors }) } });
    await user.click(await screen.findByText("Customer 1"));
    await screen.findByText("Hello?");
    expect(screen.queryByRole("button", { name: "Supervise" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Select" }));
    const bar = await screen.findByRole("region", { name: "Selected conversations" });
    expect(
      within(bar)
        .getAllByRole("button")
        .map((button) => button.textContent),
    ).toEqual(["Message…", "Notify…"]);
  });
});

describe("supervising many", () => {
  it("does one thing with all that are selected and tells what came of each", async () => {
    const { user, server } = await overlook([theirs(1), theirs(2), theirs(3)]);
    const refusal = { code: "not_a_member", detail: "Supervisors transfer to agents of the own queue." };
    server.on(`POST ${api}/conversations/bulk`, {
      items: [
        { conversationId: id, done: true, code: null, detail: null },
        { conversationId: guid("conv", 2), done: false, ...refusal },
      ],
    });
    await user.click(await screen.findByText("Select"));
    await user.click(await screen.findByLabelText("Select: Customer 1"));
    await user.click(screen.getByLabelText("Select: Customer 2"));
    expect(screen.getByText("2 selected")).toBeDefined();
    await user.click(screen.getByText("Transfer"));
    const dialog = await screen.findByRole("dialog");
    await user.click(await within(dialog).findByText("Bo Lindqvist"));
    await user.click(within(dialog).getByText("Transfer"));
    expect(await screen.findByText("Done with 1 of 2 conversations")).toBeDefined();
    expect(screen.getByText(`Not done: ${refusal.detail}`)).toBeDefined();
    expect(server.asked(`POST ${api}/conversations/bulk`)[0]?.body).toEqual({
      act: "transfer",
      conversationIds: [id, guid("conv", 2)],
      agentId: ids.colleague,
    });
    await user.click(screen.getByText("Close", { selector: "[role=dialog] button" }));
    // What was not done is still selected.
    expect(await screen.findByText("1 selected")).toBeDefined();
  });

  it("takes all that are shown, and closes them after a question", async () => {
    const { user, server } = await overlook([theirs(1), theirs(2, waiting)]);
    server.refuse(`POST ${api}/conversations/bulk`, 403, "force_closing_off", "That is switched off.");
    await user.click(await screen.findByText("Select"));
    await user.click(await screen.findByLabelText("All 2 conversations shown"));
    await user.click(screen.getByText("Close"));
    await user.click(await screen.findByText("Close them"));
    expect(await screen.findByText("That is switched off.")).toBeDefined();
    expect(await screen.findByText("2 selected")).toBeDefined();
  });
});

describe("saying something to many", () => {
  it.each([
    ["message", "Message…", "Write to 2 customers", "Message to the customers"],
    ["notify", "Notify…", "Notify the agents of 2 conversations", "Notice to the agents"],
  ])("%s: sends what was written, and keeps it where that failed", async (act, button, title, label) => {
    const { user, server } = await overlook([theirs(1), theirs(2, waiting)]);
    server.refuse(`POST ${api}/conversations/bulk`, 400, "message_too_long", "That is too long.");
    await user.click(await screen.findByText("Select"));
    await user.click(await screen.findByLabelText("All 2 conversations shown"));
    await user.click(screen.getByText(button));
    const dialog = await screen.findByRole("dialog", { name: title });
    const send = within(dialog).getByText("Send");
    await user.click(send);
    expect(server.asked(`POST ${api}/conversations/bulk`)).toEqual([]);
    await user.type(within(dialog).getByLabelText(label), "We are late.");
    await user.click(send);
    expect(await screen.findByText("That is too long.")).toBeDefined();
    const answers = [id, guid("conv", 2)].map((conversationId) => ({ conversationId, done: true, code: null }));
    server.on(`POST ${api}/conversations/bulk`, { items: answers });
    await user.click(send);
    expect(await screen.findByText("Done with 2 conversations")).toBeDefined();
    expect(server.asked(`POST ${api}/conversations/bulk`).at(-1)?.body).toEqual({
      act,
      conversationIds: [id, guid("conv", 2)],
      text: "We are late.",
    });
  });

  it("reaches the agent, stays until it is read, and opens what it is about", async () => {
    const mine = theirs(1, { activeAgentId: ids.me, listAgentId: ids.me });
    const { user, say } = await overlook([mine, theirs(2)]);
    const notice = { kind: "agent_notified", by: ids.colleague, byName: "Sue", text: "We close at noon." } as const;
    await say({
      ...notice,
      conversationId: guid("conv", 2),
      agentId: ids.colleague,
      customerName: "Customer 2",
      number: 2,
    });
    await say({ ...notice, conversationId: id, agentId: ids.me, customerName: "Customer 1", number: 2 });
    expect(await screen.findByText("We close at noon.")).toBeDefined();
    expect(screen.getByText("Sue lets you know")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Open Customer 1" }));
    expect(await screen.findByText("Hello?")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByText("We close at noon.")).toBeNull();
  });
});
