// @vitest-environment jsdom
import { aConversation, aMessage, aParticipant, guid, ids, noon } from "@frontdesk/fakes";
import { render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { Shown, type Story } from "../../../test/story";
import { addConversation, api } from "../../../test/testDesk";
import type { Participant } from "../../model";
import * as stories from "./guests.stories";

const id = guid("conv", 1);
const path = `${api}/conversations/${id}`;
const tell = (name: string) => Object.entries(stories).find(([known]) => known === name)?.[1]() as Story;

describe("the bar of those who take part", () => {
  it.each<[keyof typeof stories, string, string[]]>([
    ["youAsked", "Bo Lindqvist has been asked for advice…", ["Take back: Bo Lindqvist"]],
    [
      "youAreAdvised",
      "Bo Lindqvist reads along and advises.",
      ["Add to chat: Bo Lindqvist", "End consult: Bo Lindqvist"],
    ],
    ["yourColleagueWrites", "Bo Lindqvist advises and writes to the customer too.", ["End consult: Bo Lindqvist"]],
    ["aSupervisorJoined", "Bo Lindqvist has joined the conversation.", []],
    ["youAreAsked", "Bo Lindqvist asks for your advice.", ["Accept", "Reject"]],
    ["youAdvise", "You advise Bo Lindqvist. The customer does not see you.", ["Leave"]],
    ["youHandOver", "You stay at hand until Bo Lindqvist has accepted.", ["Leave"]],
    ["youWriteToo", "You advise Bo Lindqvist and write to the customer too.", ["Leave"]],
    ["youMonitor", "You read along. Neither the agent nor the customer is told.", ["Stop monitoring"]],
    ["youJoined", "You have joined: the customer and the agent see what you write.", ["Leave"]],
  ])("%s", async (name, words, buttons) => {
    render(<Shown story={tell(name)} />);
    expect(await screen.findByText(words)).toBeDefined();
    expect(
      screen.queryAllByRole("button").map((button) => button.getAttribute("aria-label") ?? button.textContent),
    ).toEqual(buttons);
  });

  it("is silent where nobody is there any more", () => {
    render(<Shown story={stories.nobodyIsThereAnyMore()} />);
    expect(screen.queryByRole("list")).toBeNull();
  });
});

const asked: Participant = aParticipant({
  id: guid("part", 2),
  agentId: ids.colleague,
  mode: "consult",
  public: false,
  joinedAt: null,
  assignReason: "AgentConsult",
  addedAt: noon,
});
const changed = (participant: Participant) =>
  ({ kind: "participant_changed", conversationId: id, participant }) as const;

describe("asking for advice", () => {
  async function ask() {
    const opened = openWorkspace({ lists: { mine: [aConversation()] }, path: `/conversations/${id}` });
    await opened.connect();
    await screen.findByRole("log");
    const { user } = opened;
    await user.click(await screen.findByRole("button", { name: "Ask a colleague for advice" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(await within(dialog).findByText("Bo Lindqvist"));
    await user.click(within(dialog).getByRole("button", { name: "Ask" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    return opened;
  }

  it("names a colleague, and what is written to them is private", async () => {
    const { server, say, user } = await ask();
    expect(server.asked(`POST ${path}/consult`)[0]?.body).toEqual({ agentId: ids.colleague });
    await say(changed(asked));
    expect(await screen.findByText("Bo Lindqvist has been asked for advice…")).toBeDefined();
    expect(await screen.findByRole("tab", { name: "Note" })).toBeDefined();
    await say(changed({ ...asked, joinedAt: noon }));
    await user.click(await screen.findByRole("tab", { name: "Private" }));
    await user.type(
      screen.getByRole("textbox", { name: "Write to Bo Lindqvist, not to the customer" }),
      "Refund?{Enter}",
    );
    await waitFor(() => expect(server.asked(`POST ${path}/messages`)).toHaveLength(1));
    expect(server.asked(`POST ${path}/messages`)[0]?.body).toMatchObject({ text: "Refund?", visibility: "internal" });
  });

  it("lets the colleague in to the customer, and out again", async () => {
    const { server, say, user } = await ask();
    server.on(`POST ${path}/consult/${asked.id}/add-to-public`, {}).on(`POST ${path}/consult/${asked.id}/remove`, {});
    await say(changed({ ...asked, joinedAt: noon }));
    await user.click(await screen.findByRole("button", { name: "Add to chat: Bo Lindqvist" }));
    expect(server.asked(`POST ${path}/consult/${asked.id}/add-to-public`)).toHaveLength(1);
    await say(changed({ ...asked, joinedAt: noon, public: true }));
    await user.click(await screen.findByRole("button", { name: "End consult: Bo Lindqvist" }));
    expect(server.asked(`POST ${path}/consult/${asked.id}/remove`)).toHaveLength(1);
  });

  it("says that nobody came", async () => {
    const { say } = await ask();
    await say(changed(asked), changed({ ...asked, leftAt: noon, leftReason: "agent_reject" }));
    expect(await screen.findByText("Bo Lindqvist cannot advise you about Grace Hall now.")).toBeDefined();
    expect(screen.queryByText("Bo Lindqvist has been asked for advice…")).toBeNull();
  });

  it("that is refused says what the server says", async () => {
    const { server, user } = await ask();
    server.refuse(`POST ${path}/consult`, 409, "too_many_consultants", "At most 5 are consulted at once.");
    await user.click(await screen.findByRole("button", { name: "Ask a colleague for advice" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("tab", { name: "Queues" }));
    await user.click(await within(dialog).findByText("Support"));
    await user.click(within(dialog).getByRole("button", { name: "Ask" }));
    expect(await screen.findByText("At most 5 are consulted at once.")).toBeDefined();
  });
});

describe("being asked", () => {
  const theirs = aConversation({ activeAgentId: ids.colleague, listAgentId: ids.colleague, lastMessageNumber: 1 });
  const own = { ...asked, agentId: ids.me };

  async function invited() {
    const opened = openWorkspace();
    await screen.findByText("Nothing is assigned to you");
    await opened.connect();
    const { server } = opened;
    const messages = { [id]: [aMessage(1, { text: "My lamp is broken." })] };
    addConversation(server, theirs, { participants: { [id]: [own] }, messages });
    server.on(`GET ${api}/conversations?view=visiting&limit=200`, { items: [theirs], nextCursor: null, sequence: 110 });
    await opened.say({ kind: "conversation_changed", conversation: theirs }, changed(own));
    const card = await screen.findByRole("group", { name: "Advice wanted: Grace Hall" });
    return { ...opened, card };
  }

  it("is a card that says that it is a consult, and is counted in the title", async () => {
    const { card } = await invited();
    for (const words of ["Bo Lindqvist asks for your advice", "Grace Hall", "Takes none of your capacity"]) {
      expect(within(card).getByText(words)).toBeDefined();
    }
    expect(within(card).getByRole("timer").getAttribute("aria-label")).toBe("120 seconds left to answer");
    await waitFor(() => expect(document.title).toBe("(1 question) Frontdesk"));
  });

  it("accepted, opens the conversation to read and a private thread, and nothing for the customer", async () => {
    const { card, user, server, say } = await invited();
    server.on(`POST ${path}/consult/${own.id}/accept`, {});
    await user.click(within(card).getByRole("button", { name: "Accept" }));
    await say(changed({ ...own, joinedAt: noon }));
    expect(await screen.findByText("My lamp is broken.")).toBeDefined();
    expect(await screen.findByRole("textbox", { name: "Write to Bo Lindqvist, not to the customer" })).toBeDefined();
    expect(screen.queryByRole("textbox", { name: "Write to the customer" })).toBeNull();
    expect(screen.queryByRole("button", { name: "End" })).toBeNull();
    expect(screen.queryByRole("group", { name: /Advice wanted/ })).toBeNull();
    await say(changed({ ...own, joinedAt: noon, public: true }));
    expect(await screen.findByRole("tab", { name: "Reply" })).toBeDefined();
  });

  it("rejected, goes", async () => {
    const { card, user, server, say } = await invited();
    server
      .on(`POST ${path}/consult/${own.id}/reject`, {})
      .on(`GET ${api}/conversations?view=visiting&limit=200`, { items: [], nextCursor: null, sequence: 120 });
    await user.click(within(card).getByRole("button", { name: "Reject" }));
    await say(changed({ ...own, leftAt: noon, leftReason: "agent_reject" }));
    await waitFor(() => expect(screen.queryByRole("group", { name: /Advice wanted/ })).toBeNull());
    expect(screen.queryByText(/The consult about/)).toBeNull();
  });

  it("ends with a word when the colleague ends it, and its session closes", async () => {
    const { card, user, server, say } = await invited();
    server.on(`POST ${path}/consult/${own.id}/accept`, {});
    await user.click(within(card).getByRole("button", { name: "Accept" }));
    await say(changed({ ...own, joinedAt: noon }));
    await screen.findByRole("log");
    await say(changed({ ...own, joinedAt: noon, leftAt: noon, leftReason: "conversation_closed" }));
    expect(await screen.findByText("The consult about Grace Hall has ended.")).toBeDefined();
    await waitFor(() => expect(screen.queryByRole("log")).toBeNull());
  });

  it("is found again among one's own work after a reload", async () => {
    const world = { lists: { visiting: [theirs] }, participants: { [id]: [{ ...own, joinedAt: noon }] } };
    const { user } = openWorkspace(world);
    const list = await screen.findByRole("region", { name: "With colleagues" });
    await user.click(await within(list).findByRole("button", { name: /Grace Hall/ }));
    expect(await screen.findByText("You advise Bo Lindqvist. The customer does not see you.")).toBeDefined();
  });
});
