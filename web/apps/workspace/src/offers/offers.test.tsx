// @vitest-environment jsdom
import type { ConversationSummary, NotificationTemplate, SessionTemplate, Workstream } from "@frontdesk/api";
import { aConversation, aMessage, aNotificationTemplate, aWorkstream, guid, ids, noon } from "@frontdesk/fakes";
import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openWorkspace } from "../../test/openWorkspace";
import { addConversation, api } from "../../test/testDesk";

const id = guid("conv", 7);
const path = `${api}/conversations/${id}`;
const sessionId = guid("sess", 7);
const offered = aConversation({
  id,
  customerName: "Jun Watanabe",
  statusReason: "awaiting_agent_acceptance",
  accepted: false,
  lastSessionId: sessionId,
  lastMessage: { fromCustomer: true, senderName: "Jun", text: "Where is my order?", attachments: 0, sentAt: noon },
});
const offer = { conversationId: id, sessionId, agentId: ids.me };
const expiresAt = new Date(Date.parse(noon) + 90_000).toISOString();

interface Setting {
  now?: () => number;
  conversation?: Partial<ConversationSummary>;
  workstream?: Workstream;
  template?: NotificationTemplate;
  sessionTemplate?: SessionTemplate;
}

async function offeredWorkspace(setting: Setting = {}) {
  const opened = openWorkspace(setting.now ? { now: setting.now } : {});
  const conversation = { ...offered, ...setting.conversation };
  addConversation(opened.server, conversation, { messages: { [id]: [aMessage(1, { conversationId: id })] } });
  const answers = {
    workstreams: setting.workstream,
    "notification-templates": setting.template,
    "session-templates": setting.sessionTemplate,
  };
  for (const [noun, item] of Object.entries(answers)) {
    if (item) opened.server.on(`GET ${api}/${noun}`, { items: [item] });
  }
  await screen.findByText("Nothing is assigned to you");
  await opened.connect();
  await opened.say({ kind: "conversation_changed", conversation }, { kind: "offer_made", ...offer, expiresAt });
  const card = await screen.findByRole("group", { name: "New conversation: Jun Watanabe" });
  return { ...opened, card };
}

afterEach(() => vi.useRealTimers());

describe("an offer", () => {
  it("says who, where, what and how long, is counted in the title, and is told to be displayed", async () => {
    const { card, server } = await offeredWorkspace();
    for (const words of ["Where is my order?", "Live chat", "Support"]) {
      expect(await within(card).findByText(words)).toBeDefined();
    }
    expect(within(card).getByRole("timer").getAttribute("aria-label")).toBe("90 seconds left to answer");
    expect(document.title).toBe("(1 offer) Frontdesk");
    expect(server.asked(`POST ${path}/displayed`)[0]?.body).toEqual({ sessionId });
  });

  it("accepted, opens the session and goes", async () => {
    const { card, user, server } = await offeredWorkspace();
    await user.click(within(card).getByRole("button", { name: "Accept" }));
    expect(await screen.findByRole("heading", { name: /Jun Watanabe/ })).toBeDefined();
    expect(screen.queryByRole("group", { name: /New conversation/ })).toBeNull();
    expect(server.asked(`POST ${path}/accept`)[0]?.body).toEqual({ sessionId });
  });

  it("rejected, goes", async () => {
    const { card, user, server } = await offeredWorkspace();
    await user.click(within(card).getByRole("button", { name: "Reject" }));
    await waitFor(() => expect(screen.queryByRole("group", { name: /New conversation/ })).toBeNull());
    expect(server.asked(`POST ${path}/reject`)[0]?.body).toEqual({ sessionId });
  });

  it("whose answer is refused stays, and says why", async () => {
    const { card, user, server } = await offeredWorkspace();
    server.refuse(`POST ${path}/accept`, 409, "offer_expired", "Too late.");
    await user.click(within(card).getByRole("button", { name: "Accept" }));
    expect(await screen.findByText("The conversation could not be accepted.")).toBeDefined();
    expect(screen.getByText("The offer has expired.")).toBeDefined();
  });

  it("that timed out goes with a word", async () => {
    const { say } = await offeredWorkspace();
    await say({ kind: "offer_ended", ...offer, end: "timed_out" });
    expect(screen.queryByRole("group", { name: /New conversation/ })).toBeNull();
    expect(await screen.findByText("The offer of Jun Watanabe has timed out.")).toBeDefined();
  });

  it("looks and is answered as the template of its kind says", async () => {
    const template = aNotificationTemplate({
      title: "{customerName} about {topic}",
      icon: "star",
      fields: [
        { header: "Order", value: "{order}" },
        { header: "Case", value: "{caseTitle}" },
      ],
      notification: "screen_pop_with_timeout",
      timeoutMs: 180_000,
      acceptText: "Take it",
    });
    const workstream = aWorkstream();
    workstream.notificationTemplates.incomingUnauthenticated = template.id;
    const context = [
      { name: "topic", value: "a lamp" },
      { name: "Order", value: "4711" },
    ];
    const { card, server, user } = await offeredWorkspace({ template, workstream, conversation: { context } });
    expect(await within(card).findByText("Jun Watanabe about a lamp")).toBeDefined();
    expect(within(card).getByText("Order").nextSibling?.textContent).toBe("4711");
    expect(within(card).queryByText("Case")).toBeNull();
    expect(within(card).queryByText("Where is my order?")).toBeNull();
    expect(within(card).queryByRole("button", { name: "Reject" })).toBeNull();
    await user.click(within(card).getByRole("button", { name: "Take it" }));
    await waitFor(() => expect(server.asked(`POST ${path}/accept`)).toHaveLength(1));
  });

  it("whose countdown is hidden is still answered in its time", async () => {
    const template = aNotificationTemplate({ countdownShown: false, rejectText: "Not now" });
    const workstream = aWorkstream();
    workstream.notificationTemplates.incomingUnauthenticated = template.id;
    const { card, server, user } = await offeredWorkspace({ template, workstream });
    await user.click(await within(card).findByRole("button", { name: "Not now" }));
    expect(within(card).queryByRole("timer")).toBeNull();
    expect(server.asked(`POST ${path}/reject`)).toHaveLength(1);
  });

  it("accepted, opens a session whose tab is titled by its template", async () => {
    const { card, server, user } = await offeredWorkspace({
      workstream: aWorkstream({ sessionTemplateId: guid("tab", 1) }),
      sessionTemplate: {
        id: guid("tab", 1),
        name: "Chat",
        title: "{customerName} ({queueName})",
        icon: "star",
        version: 1,
      },
    });
    await user.click(within(card).getByRole("button", { name: "Accept" }));
    const tabs = await screen.findByRole("list", { name: "Open conversations" });
    expect(await within(tabs).findByText("Jun Watanabe (Support)")).toBeDefined();
    expect(server.asked(`GET ${api}/session-templates`)).not.toHaveLength(0);
  });

  it("counts down by the second", async () => {
    let now = Date.parse(noon);
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { card } = await offeredWorkspace({ now: () => now });
    now += 30_000;
    await act(async () => vi.advanceTimersByTime(1_000));
    expect(within(card).getByRole("timer").getAttribute("aria-label")).toBe("60 seconds left to answer");
  });
});
