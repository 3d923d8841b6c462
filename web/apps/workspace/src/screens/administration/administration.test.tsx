// @vitest-environment jsdom
import { aQueue, guid, ids } from "@frontdesk/fakes";
import { screen, waitFor, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { api, fakeServer } from "../../../test/testDesk";

const administrator = { role: "administrator" } as const;
const second = aQueue({ id: guid("queue", 2), name: "Returns", priority: 7, version: 3, members: [] });

function serverWithQueues() {
  const server = fakeServer({ me: administrator });
  const items = [aQueue(), second];
  server.on(`GET ${api}/queues`, { items }).on(`GET ${api}/operating-hours`, { items: [] });
  for (const queue of items) server.on(`GET ${api}/queues/${queue.id}`, queue);
  const check = { faults: [], canonical: "true", structure: { kind: "always" } };
  server.on(`POST ${api}/routing/check`, check).on(`GET ${api}/routing/fields`, { fields: [], namespaces: [] });
  return server;
}

const open = (path: string, server = serverWithQueues()) =>
  openWorkspace({ me: administrator, path: `/administration/${path}`, server });
const rowNames = () => screen.getAllByRole("row").flatMap((row) => within(row).queryAllByRole("link"));
const field = (name: string | RegExp) => screen.findByRole<HTMLInputElement>("textbox", { name });
const save = () => screen.getByRole("button", { name: "Save" });

// What the screens are made of is compiled on first use.
beforeAll(() => import("./AdministrationArea"), 60_000);

describe("administration", () => {
  it("is for administrators alone", async () => {
    const { router } = openWorkspace({ path: "/administration/queues" });
    await screen.findByText("Nothing is assigned to you");
    expect(router.state.location.pathname).toBe("/");
    expect(screen.queryByRole("button", { name: "Administration" })).toBeNull();
  });

  it("is reached from the rail and left for the conversations", async () => {
    const { user } = openWorkspace({ me: administrator, server: serverWithQueues() });
    await user.click(await screen.findByRole("button", { name: "Administration" }));
    expect(await screen.findByRole("link", { name: "Queues" })).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Inbox" }));
    expect(await screen.findByText("Nothing is assigned to you")).toBeDefined();
  });
});

describe("a list", () => {
  it("sorts by its columns and finds what is typed", async () => {
    const { user } = open("queues");
    await screen.findByRole("link", { name: "Support" });
    expect(rowNames().map((link) => link.textContent)).toEqual(["Returns", "Support"]);
    await user.click(screen.getByRole("button", { name: "Priority" }));
    expect(rowNames().map((link) => link.textContent)).toEqual(["Support", "Returns"]);
    await user.type(screen.getByRole("searchbox", { name: "Search queues" }), "retu");
    expect(rowNames().map((link) => link.textContent)).toEqual(["Returns"]);
    expect(screen.getByText("1 entry")).toBeDefined();
  });

  it("says what to do where there is nothing", async () => {
    const server = serverWithQueues().on(`GET ${api}/skills`, { items: [] });
    const { user, router } = open("skills", server);
    expect(await screen.findByText("No skills yet")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "New skill" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/administration/skills/new"));
  });
});

describe("a form", () => {
  it("sends what was changed and nothing else, with the version that was seen", async () => {
    const server = serverWithQueues();
    const { user } = open(`queues/${second.id}`, server);
    const name = await field(/^Name/);
    await user.clear(name);
    await user.type(name, "Repairs");
    const saved = { ...second, name: "Repairs", version: 4 };
    server.on(`PATCH ${api}/queues/${second.id}`, saved).on(`GET ${api}/queues/${second.id}`, saved);
    await user.click(save());
    expect(await screen.findByText("Saved.")).toBeDefined();
    const [request] = server.asked(`PATCH ${api}/queues/${second.id}`);
    expect(request?.body).toEqual({ name: "Repairs" });
    expect(request?.headers["if-match"]).toBe('"3"');
  });

  it("says beside the field what the server finds wrong", async () => {
    const server = serverWithQueues();
    const { user } = open(`queues/${second.id}`, server);
    await user.type(await field(/^Name/), " and more");
    const errors = [{ field: "name", detail: "is taken by another queue" }];
    server.refuse(`PATCH ${api}/queues/${second.id}`, 400, "name_taken", "taken", { errors });
    await user.click(save());
    expect(await screen.findByText("Is taken by another queue.")).toBeDefined();
    expect((await field(/^Name/)).getAttribute("aria-invalid")).toBe("true");
    expect((await field(/^Name/)).value).toBe("Returns and more");
  });

  it("asks for what is missing before it asks the server", async () => {
    const server = serverWithQueues();
    const { user } = open("queues/new", server);
    await user.click(await screen.findByRole("button", { name: "Create" }));
    expect(await screen.findByText("Fill this in.")).toBeDefined();
    expect(server.asked(`POST ${api}/queues`)).toEqual([]);
  });

  it("creates with one key, and shows what was made", async () => {
    const server = serverWithQueues();
    const { user, router } = open("queues/new", server);
    await user.type(await field(/^Name/), "Billing");
    const made = aQueue({ id: guid("queue", 3), name: "Billing" });
    server.on(`POST ${api}/queues`, made, 201).on(`GET ${api}/queues/${made.id}`, made);
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/administration/queues/${made.id}`));
    expect(server.asked(`POST ${api}/queues`)[0]?.body).toMatchObject({ name: "Billing", priority: 1, members: [] });
  });

  it("explains that somebody else was quicker, and loads theirs again", async () => {
    const server = serverWithQueues();
    const { user } = open(`queues/${second.id}`, server);
    await user.type(await field(/^Name/), "!");
    server.refuse(`PATCH ${api}/queues/${second.id}`, 412, "version_conflict", "changed since");
    server.on(`GET ${api}/queues/${second.id}`, { ...second, name: "Refunds", version: 4 });
    await user.click(save());
    expect(await screen.findByText("Somebody else has changed this since you opened it.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Load again" }));
    await waitFor(async () => expect((await field(/^Name/)).value).toBe("Refunds"));
  });

  it("is not left with unsaved changes without a question", async () => {
    const { user, router } = open(`queues/${second.id}`);
    await user.type(await field(/^Name/), "!");
    await user.click(screen.getByRole("link", { name: "Skills" }));
    await user.click(await screen.findByRole("button", { name: "Stay" }));
    expect(router.state.location.pathname).toContain(second.id);
    await user.click(screen.getByRole("link", { name: "Skills" }));
    await user.click(await screen.findByRole("button", { name: "Leave" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/administration/skills"));
  });

  it("says by whom a thing is used that cannot be deleted", async () => {
    const server = serverWithQueues();
    server.refuse(`DELETE ${api}/queues/${ids.queue}`, 409, "in_use", "it is in use by workstream 'Website'");
    const { user } = open(`queues/${ids.queue}`, server);
    await user.click(await screen.findByRole("button", { name: "Delete" }));
    const question = await screen.findByRole("alertdialog", { name: "Delete “Support”?" });
    await user.click(await within(question).findByRole("button", { name: "Delete" }));
    expect(await within(question).findByText(/in use by workstream 'Website'/)).toBeDefined();
  });
});
