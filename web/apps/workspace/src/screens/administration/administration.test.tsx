// @vitest-environment jsdom
import { aQueue, guid } from "@frontdesk/fakes";
import { screen, waitFor, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { api, fakeServer } from "../../../test/testDesk";

const administrator = { role: "administrator" } as const;
const second = aQueue({ id: guid("queue", 2), name: "Returns", priority: 7, version: 3, members: [] });
const german = {
  id: guid("skill", 1),
  name: "German",
  kind: "Language",
  rating: { minimum: 1, maximum: 10 },
  version: 3,
};

function administered() {
  const server = fakeServer({ me: administrator });
  const items = [aQueue(), second];
  server.on(`GET ${api}/queues`, { items }).on(`GET ${api}/operating-hours`, { items: [] });
  for (const queue of items) server.on(`GET ${api}/queues/${queue.id}`, queue);
  server.on(`GET ${api}/skills`, { items: [german] }).on(`GET ${api}/skills/${german.id}`, german);
  const check = { faults: [], canonical: "true", structure: { kind: "always" } };
  server.on(`POST ${api}/routing/check`, check).on(`GET ${api}/routing/fields`, { fields: [], namespaces: [] });
  return server;
}

const open = (path: string, server = administered()) =>
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
    const { user } = openWorkspace({ me: administrator, server: administered() });
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
    const { user, router } = open("skills", administered().on(`GET ${api}/skills`, { items: [] }));
    expect(await screen.findByText("No skills yet")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "New skill" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/administration/skills/new"));
  });
});

describe("a form", () => {
  it("sends what was changed and nothing else, with the version that was seen", async () => {
    const server = administered();
    const { user } = open(`skills/${german.id}`, server);
    const name = await field(/^Name/);
    await user.clear(name);
    await user.type(name, "Dutch");
    const saved = { ...german, name: "Dutch", version: 4 };
    server.on(`PATCH ${api}/skills/${german.id}`, saved).on(`GET ${api}/skills/${german.id}`, saved);
    await user.click(save());
    expect(await screen.findByText("Saved.")).toBeDefined();
    const [request] = server.asked(`PATCH ${api}/skills/${german.id}`);
    expect(request?.body).toEqual({ name: "Dutch" });
    expect(request?.headers["if-match"]).toBe('"3"');
  });

  it("sends what has an address of its own there, after the rest and with the version that came of it", async () => {
    const server = administered();
    const { user } = open(`queues/${second.id}`, server);
    await user.type(await field(/^Name/), "!");
    await user.click(screen.getByRole("combobox", { name: "Agents" }));
    await user.click(await screen.findByRole("option", { name: "Bo Lindqvist" }));
    const saved = { ...second, name: "Returns!", version: 4 };
    server.on(`PATCH ${api}/queues/${second.id}`, saved);
    server.on(`PUT ${api}/queues/${second.id}/members`, { ...saved, version: 5 });
    await user.click(save());
    expect(await screen.findByText("Saved.")).toBeDefined();
    const [members] = server.asked(`PUT ${api}/queues/${second.id}/members`);
    expect(members?.headers["if-match"]).toBe('"4"');
    expect(members?.body).toEqual({ members: [expect.any(String)] });
  });

  it("says beside the field what the server finds wrong", async () => {
    const server = administered();
    const { user } = open(`skills/${german.id}`, server);
    await user.type(await field(/^Name/), " and more");
    const errors = [{ field: "name", detail: "is taken by another skill" }];
    server.refuse(`PATCH ${api}/skills/${german.id}`, 400, "name_taken", "taken", { errors });
    await user.click(save());
    expect(await screen.findByText("Is taken by another skill.")).toBeDefined();
    expect((await field(/^Name/)).getAttribute("aria-invalid")).toBe("true");
    expect((await field(/^Name/)).value).toBe("German and more");
  });

  it("asks for what is missing before it asks the server", async () => {
    const server = administered();
    const { user } = open("skills/new", server);
    await user.click(await screen.findByRole("button", { name: "Create" }));
    expect(await screen.findByText("Fill this in.")).toBeDefined();
    expect(server.asked(`POST ${api}/skills`)).toEqual([]);
  });

  it("creates with one key, and shows what was made", async () => {
    const server = administered();
    const { user, router } = open("skills/new", server);
    await user.type(await field(/^Name/), "Billing");
    const made = { ...german, id: guid("skill", 2), name: "Billing" };
    server.on(`POST ${api}/skills`, made, 201).on(`GET ${api}/skills/${made.id}`, made);
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/administration/skills/${made.id}`));
    const body = { name: "Billing", kind: "", rating: { minimum: 1, maximum: 10 } };
    expect(server.asked(`POST ${api}/skills`)[0]?.body).toEqual(body);
  });

  it("explains that somebody else was quicker, and loads theirs again", async () => {
    const server = administered();
    const { user } = open(`skills/${german.id}`, server);
    await user.type(await field(/^Name/), "!");
    server.refuse(`PATCH ${api}/skills/${german.id}`, 412, "version_conflict", "changed since");
    server.on(`GET ${api}/skills/${german.id}`, { ...german, name: "Swiss German", version: 4 });
    await user.click(save());
    expect(await screen.findByText("Somebody else has changed this since you opened it.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Load again" }));
    await waitFor(async () => expect((await field(/^Name/)).value).toBe("Swiss German"));
  });

  it("is not left with unsaved changes without a question", async () => {
    const { user, router } = open(`skills/${german.id}`);
    await user.type(await field(/^Name/), "!");
    await user.click(screen.getByRole("link", { name: "Queues" }));
    await user.click(await screen.findByRole("button", { name: "Stay" }));
    expect(router.state.location.pathname).toContain(german.id);
    await user.click(screen.getByRole("link", { name: "Queues" }));
    await user.click(await screen.findByRole("button", { name: "Leave" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/administration/queues"));
  });

  it("says by whom a thing is used that cannot be deleted", async () => {
    const server = administered();
    server.refuse(`DELETE ${api}/skills/${german.id}`, 409, "in_use", "it is in use by agent 'Ada'");
    const { user } = open(`skills/${german.id}`, server);
    await user.click(await screen.findByRole("button", { name: "Delete" }));
    const question = await screen.findByRole("alertdialog", { name: "Delete “German”?" });
    // Whether the rest of the page is hidden from it already does not matter here.
    await user.click(within(question).getByRole("button", { name: "Delete", hidden: true }));
    expect(await within(question).findByText(/in use by agent 'Ada'/)).toBeDefined();
  });
});

describe("a condition", () => {
  const ruleset = {
    id: guid("ruleset", 1),
    name: "Where it goes",
    workstreamId: guid("workstream", 1),
    kind: "classification",
    position: 1,
    version: 1,
    rules: [{ name: "Gold", when: 'context.tier == "gold"', outputs: [] }],
  };
  const known = {
    fields: [{ name: "conversation.title", type: "text" }],
    namespaces: [{ name: "context", type: "open" }],
  };

  async function openRule() {
    const server = administered().on(`GET ${api}/rulesets/${ruleset.id}`, ruleset);
    server.on(`GET ${api}/routing/fields`, known);
    for (const path of ["queues", "capacity-profiles"]) server.on(`GET ${api}/${path}`, { items: [] });
    const structure = { kind: "compare", field: "context.tier", operator: "equal", value: "gold" };
    server.on(`POST ${api}/routing/check`, { faults: [], canonical: ruleset.rules[0]?.when, structure });
    const page = open(`rulesets/${ruleset.id}`, server);
    await page.user.click(await screen.findByRole("button", { name: /^1\. Gold/ }));
    return { ...page, server };
  }

  it("is shown as fields, and what is built is written by the server before it is saved", async () => {
    const { user, server } = await openRule();
    expect(await screen.findByRole("textbox", { name: "Name in context" })).toHaveProperty("value", "tier");
    const canonical = 'context.tier != "gold"';
    const structure = { kind: "compare", field: "context.tier", operator: "notEqual", value: "gold" };
    server.on(`POST ${api}/routing/check`, { faults: [], canonical, structure });
    await user.selectOptions(screen.getByRole("combobox", { name: "Test" }), "is not");
    expect(await screen.findByText(canonical)).toBeDefined();
    const built = { kind: "classification", structure: { kind: "all", of: [structure] } };
    expect(server.asked(`POST ${api}/routing/check`).at(-1)?.body).toEqual(built);
    server.on(`PATCH ${api}/rulesets/${ruleset.id}`, { ...ruleset, version: 2 });
    await user.click(save());
    await waitFor(() => expect(server.asked(`PATCH ${api}/rulesets/${ruleset.id}`)).toHaveLength(1));
    const rules = [{ name: "Gold", when: canonical, outputs: [] }];
    expect(server.asked(`PATCH ${api}/rulesets/${ruleset.id}`)[0]?.body).toEqual({ rules });
  });

  it("as text is checked while it is typed, with the place of what is wrong", async () => {
    const { user, server } = await openRule();
    await user.click(await screen.findByRole("tab", { name: "As text" }));
    const faults = [{ code: "syntax", detail: "expected a value", line: 1, column: 17 }];
    server.on(`POST ${api}/routing/check`, { faults, canonical: null, structure: null });
    await user.type(screen.getByRole("textbox", { name: "Condition as text" }), " &&");
    expect(await screen.findByText(/Line 1, column 17: expected a value/)).toBeDefined();
    await user.click(screen.getByRole("tab", { name: "Build" }));
    expect(await screen.findByText(/cannot be read/)).toBeDefined();
  });
});

describe("the audit log", () => {
  it("says who changed what, field by field, with how it was before", async () => {
    const items = [
      {
        number: 2,
        at: "2026-11-23T11:00:00Z",
        by: { id: guid("agent", 9), name: "Ada" },
        noun: "skill",
        id: german.id,
        name: "German",
        before: german,
        after: { ...german, rating: { minimum: 1, maximum: 5 }, version: 4 },
      },
    ];
    const server = administered().on(`GET ${api}/audit`, { items, nextBefore: null });
    const { user } = open("audit", server);
    await user.click(await screen.findByRole("button", { name: /Skill “German” changed/ }));
    const row = (await screen.findByRole("rowheader", { name: "rating.maximum" })).closest("tr");
    expect(row?.textContent).toBe("rating.maximum105");
    expect(screen.queryByRole("rowheader", { name: "version" })).toBeNull();
  });
});

describe("tokens", () => {
  it("are shown once", async () => {
    const server = administered().on(`GET ${api}/tokens`, { items: [] });
    const { user } = open("tokens", server);
    await user.click(await screen.findByRole("button", { name: "New token" }));
    const dialog = await screen.findByRole("dialog", { name: "New token" });
    await user.type(await within(dialog).findByRole("textbox", { name: "Name" }), "Reports");
    server.on(`POST ${api}/tokens`, { id: guid("token", 1), token: "secret-words", expiresAt: null }, 201);
    await user.click(within(dialog).getByRole("button", { name: "Create" }));
    expect(await screen.findByDisplayValue("secret-words")).toBeDefined();
    expect(server.asked(`POST ${api}/tokens`)[0]?.body).toEqual({ name: "Reports", expiresAt: null });
  });
});
