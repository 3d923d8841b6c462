// @vitest-environment jsdom
import { aConversation, guid } from "@frontdesk/fakes";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { api } from "../../../test/testDesk";
import { chooseTheme, hearSingleKeys } from "../../app/looks";
import { commands } from "../../commands/registry";

const first = aConversation({ id: guid("conv", 1), customerName: "Nia Osei" });
const second = aConversation({ id: guid("conv", 2), customerName: "Björn Åkesson" });
const lists = { mine: [first, second] };
const path = `/conversations/${first.id}`;
// Hidden or not: the dialog before leaves that mark on a page without a layout, and on no real one.
const option = (name: RegExp) => screen.findByRole("option", { name, hidden: true });
const palette = () => screen.findByRole("combobox", { name: "Type a command or a name", hidden: true });
const writingReply = () => screen.findByRole("textbox", { name: "Write to the customer" });
const writingNote = () => screen.findByRole("textbox", { name: /note/ });

/** With the focus where nobody writes. */
async function openAside() {
  const opened = openWorkspace({ lists, path });
  await writingReply();
  await waitFor(() => expect(document.activeElement?.tagName).toBe("TEXTAREA"));
  (document.activeElement as HTMLElement).blur();
  return opened;
}

afterEach(() => {
  chooseTheme("system");
  hearSingleKeys(true);
});

describe("the palette", () => {
  it("opens from within the composer and leads to a conversation by a part of its name, accents or not", async () => {
    const { user } = openWorkspace({ lists, path });
    await user.type(await writingReply(), "Hello");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await palette(), "bjorn ak");
    await option(/Björn Åkesson/);
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("region", { name: "Conversation with Björn Åkesson" })).toBeDefined();
    expect(screen.queryByRole("combobox", { hidden: true })).toBeNull();
  });

  it("does what the arrow keys choose, with the current conversation", async () => {
    const { user, server } = openWorkspace({ lists, path });
    server.on(`POST ${api}/conversations/${first.id}/release`, {});
    await writingReply();
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await palette(), "queue");
    const options = await screen.findAllByRole("option", { hidden: true });
    const at = options.findIndex((one) => one.textContent === "Release to queue");
    await user.keyboard(`${"{ArrowDown}".repeat(at)}{Enter}`);
    await waitFor(() => expect(server.asked(`POST ${api}/conversations/${first.id}/release`)).toHaveLength(1));
  });

  it("changes presence and appearance", async () => {
    const { user, server } = openWorkspace({ lists });
    await screen.findByText("Nia Osei");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await palette(), "meeting{Enter}");
    await waitFor(() => expect(server.asked(`PUT ${api}/agents/me/presence`)).toHaveLength(1));
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await palette(), "dark{Enter}");
    await waitFor(() => expect(document.documentElement.style.colorScheme).toBe("dark"));
  });

  it("offers only what can be done, and says so when nothing matches", async () => {
    const { user } = openWorkspace({ lists });
    await screen.findByText("Nia Osei");
    await user.keyboard("{Control>}k{/Control}");
    await palette();
    expect(screen.queryByRole("option", { name: /Transfer/, hidden: true })).toBeNull();
    await user.type(await palette(), "xyzzy");
    expect(await screen.findByText("Nothing matches “xyzzy”.")).toBeDefined();
  });
});

describe("single keys", () => {
  it("R and N bring to the composer as a reply and as a note, and are letters there", async () => {
    const { user } = await openAside();
    await user.keyboard("n");
    await waitFor(async () => expect(document.activeElement).toBe(await writingNote()));
    await user.keyboard("r?");
    expect(((await writingNote()) as HTMLTextAreaElement).value).toBe("r?");
    (document.activeElement as HTMLElement).blur();
    await user.keyboard("r");
    await waitFor(async () => expect(document.activeElement).toBe(await writingReply()));
  });

  it("T and C ask to whom", async () => {
    const { user } = await openAside();
    await user.keyboard("t");
    expect(await screen.findByRole("dialog", { name: "Transfer conversation" })).toBeDefined();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("c");
    expect(await screen.findByRole("dialog", { name: "Ask for advice" })).toBeDefined();
  });

  it("J and K move between rows, Shift with them between open conversations", async () => {
    const { user } = await openAside();
    const rows = () => [...document.querySelectorAll("[data-row]")];
    await user.keyboard("j");
    expect(document.activeElement).toBe(rows()[0]);
    await user.keyboard("j");
    expect(document.activeElement).toBe(rows()[1]);
    await user.keyboard("k{Shift>}k{/Shift}");
    expect(document.activeElement).toBe(rows()[0]);
    expect(await screen.findByText("Choose a conversation")).toBeDefined();
  });

  it("the sheet names the keys of every command, and turns single ones off", async () => {
    const { user } = await openAside();
    await user.keyboard("?");
    const sheet = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    for (const { label, keys } of commands) {
      if (keys) expect(within(sheet).getAllByText(label).length).toBeGreaterThan(0);
    }
    await user.click(within(sheet).getByLabelText("Shortcuts of one key"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    fireEvent.keyDown(document.body, { key: "t" });
    await user.keyboard("{Control>}k{/Control}");
    expect(await palette()).toBeDefined();
    expect(screen.queryByRole("dialog", { name: "Transfer conversation" })).toBeNull();
  });
});
