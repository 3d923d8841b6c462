// @vitest-environment jsdom
import { aConversation, guid, minutesBefore } from "@frontdesk/fakes";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { api, fakeServer } from "../../../test/testDesk";
import type { Conversation, ConversationDetail } from "../../model";

const id = guid("conv", 1);
const path = `${api}/conversations/${id}`;
const contact = { id: guid("cont", 1), name: "Grace Hall", email: "grace@example.com", phone: null };
const lamp = { id: guid("case", 1), ticketNumber: "CAS-01042", title: "Broken lamp", status: "active" } as const;

async function openPanel(changes: Partial<Conversation> = {}, detail: Partial<ConversationDetail> = {}) {
  const conversation = aConversation(changes);
  const server = fakeServer({ lists: { mine: [conversation] } });
  const whole = { conversation, sessions: [], participants: [], customer: null, case: null, sequence: 10, ...detail };
  server.on(`GET ${path}`, whole).on(`POST ${path}/link`, {}).on(`POST ${path}/unlink`, {});
  const opened = openWorkspace({ server, path: `/conversations/${id}` });
  const panel = within(await screen.findByRole("complementary", { name: "Customer" }));
  await panel.findByText("Conversation");
  return { ...opened, panel };
}

describe("the customer panel", () => {
  it("says who the customer is, what they brought, and what happened before", async () => {
    const sessions = [
      {
        id: guid("sess", 1),
        status: "completed" as const,
        createdAt: minutesBefore(20),
        queueId: null,
        agentId: guid("agent", 2),
        offerExpiresAt: null,
        agentAcceptedAt: null,
        closedAt: minutesBefore(18),
        closureReason: "agent_timeout",
      },
    ];
    const customer = { kind: "contact", id: contact.id } as const;
    const context = [{ name: "Order", value: "10233" }];
    const { panel } = await openPanel({ customer, context }, { customer: contact, case: lamp, sessions });
    for (const words of [
      "Grace Hall",
      "grace@example.com",
      "Broken lamp",
      "10233",
      "Support",
      "not answered in time",
    ]) {
      expect(await panel.findByText(words)).toBeDefined();
    }
  });

  it("finds a contact by a few letters and links it", async () => {
    const { panel, user, server } = await openPanel();
    server.on(`GET ${api}/contacts?search=gra`, { items: [contact] });
    await user.click(panel.getByRole("button", { name: "Link contact or account" }));
    await user.type(panel.getByRole("searchbox", { name: "Search contacts" }), "gra");
    await user.click(await panel.findByRole("button", { name: /grace@example.com/ }));
    const body = { recordType: "contact", recordId: contact.id };
    await waitFor(() => expect(server.asked(`POST ${path}/link`)[0]?.body).toEqual(body));
  });

  it("says so when nothing is found", async () => {
    const { panel, user, server } = await openPanel();
    server.on(`GET ${api}/cases?search=zzz`, { items: [] });
    await user.click(panel.getByRole("button", { name: "Link case" }));
    await user.type(panel.getByRole("searchbox", { name: "Search cases" }), "zzz");
    expect(await panel.findByText("Nothing found for “zzz”.")).toBeDefined();
  });

  it("makes a contact of what the customer said and links it", async () => {
    const context = [{ name: "Email", value: "grace@example.com" }];
    const { panel, user, server } = await openPanel({ context });
    server.on(`POST ${api}/contacts`, contact, 201);
    await user.click(panel.getByRole("button", { name: "New contact" }));
    await user.click(panel.getByRole("button", { name: "Create and link" }));
    await waitFor(() => expect(server.asked(`POST ${path}/link`)).toHaveLength(1));
    const created = server.asked(`POST ${api}/contacts`)[0]?.body;
    expect(created).toEqual({ name: "Grace Hall", email: "grace@example.com" });
  });

  it("shows beside the field what the server refuses", async () => {
    const { panel, user, server } = await openPanel();
    const errors = [{ field: "email", detail: "must be an e-mail address" }];
    server.refuse(`POST ${api}/contacts`, 400, "invalid", "Check the fields.", { errors });
    await user.click(panel.getByRole("button", { name: "New contact" }));
    await user.type(panel.getByLabelText("E-mail"), "nonsense");
    await user.click(panel.getByRole("button", { name: "Create and link" }));
    expect(await panel.findByText("must be an e-mail address")).toBeDefined();
    expect(server.asked(`POST ${path}/link`)).toEqual([]);
  });

  it("unlinks, and only while the conversation is active", async () => {
    const customer = { kind: "contact", id: contact.id } as const;
    const { panel, user, server, unmount } = await openPanel({ customer }, { customer: contact });
    await user.click(panel.getByRole("button", { name: "Unlink Grace Hall" }));
    await waitFor(() => expect(server.asked(`POST ${path}/unlink`)).toHaveLength(1));
    unmount();
    const closed = await openPanel({ customer, status: "closed" }, { customer: contact });
    expect(closed.panel.queryByRole("button", { name: /link/i })).toBeNull();
  });

  it("leads to an earlier conversation", async () => {
    const earlier = aConversation({ id: guid("conv", 8), title: "Late parcel", status: "closed" });
    const server = fakeServer({ lists: { mine: [aConversation()], closed: [earlier] } });
    server.on(`GET ${path}/earlier`, { items: [earlier] });
    const { user } = openWorkspace({ server, path: `/conversations/${id}` });
    await user.click(await screen.findByRole("button", { name: "Late parcel" }));
    expect(await screen.findByText(/is closed. It cannot be opened again/)).toBeDefined();
  });
});
