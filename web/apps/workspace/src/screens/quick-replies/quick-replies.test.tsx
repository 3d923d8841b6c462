// @vitest-environment jsdom
import { aConversation, guid, noon } from "@frontdesk/fakes";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { api, fakeServer, testDesk } from "../../../test/testDesk";
import { DeskProvider } from "../../app/context";
import { Themed } from "../../app/Themed";
import { createUpdates } from "../../live/updates";
import type { PersonalQuickReply, UsableQuickReply } from "../../model";
import { Composer } from "../conversation/Composer";

const id = guid("conv", 1);
const path = `${api}/conversations/${id}`;
const own = `${api}/agents/me/quick-replies`;

const reply = (title: string, changes: Partial<UsableQuickReply> = {}): UsableQuickReply => ({
  id: `shared ${title}`,
  title,
  text: `${title}!`,
  locale: "en-US",
  tags: [],
  personal: false,
  ...changes,
});
const greeting = reply("Greeting", {
  text: "Hello {FirstName{Customer}},\nI am {FirstName{Agent}}.{OCContext.nothing}",
});
const refund = reply("Refund", { tags: ["money"] });
const thanks = reply("Thank you", { personal: true });

/** An agent who writes in a conversation in hand that may be answered with these. */
async function openWriting(replies: UsableQuickReply[] = [greeting, refund, thanks]) {
  const conversation = aConversation({ lastMessageNumber: 1, customerName: "Grace Hopper", locale: "en-US" });
  const server = fakeServer({ lists: { mine: [conversation] } });
  server.on(`GET ${path}/quick-replies`, { items: replies });
  server.on(`POST ${path}/messages`, { number: 2, publicNumber: 2, sentAt: noon }, 201);
  const { desk } = testDesk({ server });
  render(
    <Themed>
      <QueryClientProvider client={desk.cache}>
        <DeskProvider value={desk}>
          <Composer conversation={conversation} notesOnly={false} thread={[]} />
        </DeskProvider>
      </QueryClientProvider>
    </Themed>,
  );
  const field = screen.getByLabelText<HTMLTextAreaElement>("Write to the customer");
  return { desk, server, user: userEvent.setup(), field };
}

const list = () => screen.findByRole("listbox", { name: "Quick replies" });
const option = (name: RegExp) => screen.findByRole("option", { name });
const optionNames = async () =>
  within(await list())
    .getAllByRole("option")
    .map((one) => one.textContent?.trim());
const chosen = () => screen.getByRole("option", { selected: true }).textContent;
const sent = (server: { asked: (key: string) => unknown[] }) => server.asked(`POST ${path}/messages`);

describe("/ while writing", () => {
  it("opens the list, narrows it as one types, shows the reply and inserts it filled in with Enter", async () => {
    const { user, field, server } = await openWriting();
    await user.type(field, "Good day. /");
    await option(/Greeting/);
    expect(await optionNames()).toEqual([
      expect.stringContaining("Greeting"),
      expect.stringContaining("Refund"),
      expect.stringContaining("Thank you"),
      "Your own quick replies…",
    ]);
    await user.type(field, "ref");
    await waitFor(() => expect(chosen()).toContain("Refund"));
    await user.keyboard("{Backspace>3/}gree");
    await waitFor(() => expect(chosen()).toContain("Greeting"));
    expect(screen.getByText(/Hello Grace,\s+I am Ada\./)).toBeDefined();
    expect(field.getAttribute("aria-activedescendant")).toBe(screen.getByRole("option", { selected: true }).id);
    await user.keyboard("{Enter}");
    expect(field.value).toBe("Good day. Hello Grace,\nI am Ada.");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(sent(server)).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(sent(server)).toHaveLength(1));
  });

  it("arrows choose, Tab inserts where the caret was, and writing goes on behind it", async () => {
    const { user, field } = await openWriting();
    await user.type(field, "So  far", { initialSelectionStart: 0 });
    field.setSelectionRange(3, 3);
    await user.keyboard("/q");
    await option(/Greeting/);
    await user.keyboard("{ArrowDown}");
    expect(chosen()).toContain("Refund");
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}");
    expect(chosen()).toContain("Thank you");
    await user.keyboard("{Tab}");
    expect(field.value).toBe("So Thank you! far");
    expect([field.selectionStart, document.activeElement]).toEqual([13, field]);
    await user.keyboard("?");
    expect(field.value).toBe("So Thank you!? far");
  });

  it("#tag filters, Esc closes and leaves what was typed", async () => {
    const { user, field, server } = await openWriting();
    await user.type(field, "/1 #mon");
    await waitFor(async () => expect(await optionNames()).toHaveLength(2));
    expect(chosen()).toContain("Refund");
    await user.keyboard("{Escape}");
    expect([field.value, screen.queryByRole("listbox")]).toEqual(["/1 #mon", null]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(sent(server)).toHaveLength(1));
  });

  it("a sentence with a stroke in it is a sentence", async () => {
    const { user, field, server } = await openWriting();
    await user.type(field, "/dev ");
    await waitFor(() => expect(server.asked(`GET ${path}/quick-replies`)).toHaveLength(1));
    await user.type(field, "is a folder{Enter}");
    await waitFor(() => expect(sent(server)).toHaveLength(1));
    expect(server.asked(`POST ${path}/messages`)[0]?.body).toMatchObject({ text: "/dev is a folder" });
  });

  it("the button opens the list for the mouse, and a click inserts", async () => {
    const { user, field } = await openWriting();
    await user.type(field, "Well");
    await user.click(screen.getByRole("button", { name: "Quick replies (/)" }));
    await user.click(await option(/Refund/));
    expect(field.value).toBe("Well Refund!");
  });

  it("a list that cannot be had says so and does not stand in the way of sending", async () => {
    const { user, field, server } = await openWriting([]);
    server.refuse(`GET ${path}/quick-replies`, 503, "store_unavailable", "The store is away.");
    await user.type(field, "/hm");
    expect(await screen.findByText(/The quick replies could not be loaded/)).toBeDefined();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(sent(server)).toHaveLength(1));
  });

  it("what changes for all is read anew", async () => {
    const { user, field, server, desk } = await openWriting([greeting]);
    await user.type(field, "/");
    await option(/Greeting/);
    server.on(`GET ${path}/quick-replies`, { items: [greeting, refund] });
    const changed = { kind: "configuration_changed", noun: "quick_reply", id: "shared Refund" } as const;
    await act(async () => createUpdates(desk).event(changed, 1));
    expect(await option(/Refund/)).toBeDefined();
  });
});

// Without a layout an open dialog counts as hidden once its motion is over.
describe("orders", () => {
  it.each([
    ["/c", "Ask for advice", "Agents"],
    ["/4", "Ask for advice", "Agents"],
    ["/cq", "Ask for advice", "Queues"],
    ["/t", "Transfer conversation", "Agents"],
    ["/2", "Transfer conversation", "Agents"],
    ["/tq", "Transfer conversation", "Queues"],
    ["/3", "Transfer conversation", "Queues"],
  ])("%s opens: %s, %s", async (typed, title, tab) => {
    const { user, field } = await openWriting();
    await user.type(field, `Wait. ${typed}`);
    await waitFor(() => expect(chosen()).toMatch(/Ask|Transfer/));
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: title });
    expect((await within(dialog).findByRole("tab", { selected: true, hidden: true })).textContent).toContain(tab);
    expect(field.value).toBe("Wait. ");
  });
});

describe("one's own", () => {
  const mine: PersonalQuickReply = {
    id: guid("mine", 1),
    title: "Bye",
    text: "See you",
    locale: "en-US",
    tags: ["end"],
    version: 1,
  };

  async function openOwn(items: PersonalQuickReply[]) {
    const opened = await openWriting();
    opened.server.on(`GET ${own}`, { items });
    await opened.user.type(opened.field, "/");
    await option(/Greeting/);
    await opened.user.keyboard("{ArrowUp}{Enter}");
    await screen.findByRole("dialog", { name: "Your own quick replies" });
    return opened;
  }

  it("are added without a mouse, in the conversation's language", async () => {
    const { user, server } = await openOwn([]);
    server.on(`POST ${own}`, mine, 201);
    expect(await screen.findByText("You have none yet.")).toBeDefined();
    screen.getByRole("button", { name: "New quick reply", hidden: true }).focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("button", { name: "Save", hidden: true }));
    expect(screen.getByText("A quick reply has a title.")).toBeDefined();
    await user.type(screen.getByLabelText(/^Title/), "Bye");
    await user.type(screen.getByLabelText(/^Text/), "See you");
    await user.type(screen.getByLabelText("Tags"), "#end  bye");
    server.on(`GET ${own}`, { items: [mine] });
    await user.click(screen.getByRole("button", { name: "Save", hidden: true }));
    expect(await screen.findByRole("button", { name: "Edit: Bye", hidden: true })).toBeDefined();
    const body = { title: "Bye", text: "See you", tags: ["end", "bye"], locale: "en-US" };
    expect(server.asked(`POST ${own}`)[0]?.body).toEqual(body);
    // What can be inserted is asked for anew.
    expect(server.asked(`GET ${path}/quick-replies`).length).toBeGreaterThan(0);
  });

  it("are changed, with what the server finds wrong beside its field, and deleted", async () => {
    const { user, server } = await openOwn([mine]);
    const one = `${own}/${mine.id}`;
    await user.click(await screen.findByRole("button", { name: "Edit: Bye", hidden: true }));
    const errors = [{ field: "locale", detail: "is no language tag" }];
    server.refuse(`PATCH ${one}`, 400, "broken_locale", "no", { errors });
    await user.type(screen.getByLabelText("Language"), "_");
    await user.click(screen.getByRole("button", { name: "Save", hidden: true }));
    expect(await screen.findByText("is no language tag")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Cancel", hidden: true }));
    server.on(`DELETE ${one}`, undefined, 204).on(`GET ${own}`, { items: [] });
    await user.click(await screen.findByRole("button", { name: "Delete: Bye", hidden: true }));
    expect(await screen.findByText("You have none yet.")).toBeDefined();
    expect(server.asked(`DELETE ${one}`)).toHaveLength(1);
    await waitFor(() => expect(document.activeElement?.closest('[role="dialog"]')).not.toBeNull());
  });
});
