import { aConversation, guid, ids, minutesBefore } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import type { Conversation } from "../model";
import { appendPage, applyConversation, belongs, type ConversationList, holdOrder, sortForView } from "./lists";

const viewer = {
  agentId: ids.me,
  queueIds: new Set([ids.queue]),
  visits: new Set<string>([guid("conv", 8)]),
  seesEveryQueue: false,
  dayStart: "2026-11-23T00:00:00.000Z",
};
const open: Partial<Conversation> = { status: "open", activeAgentId: null, listAgentId: null };

function list(...items: Conversation[]): ConversationList {
  return { items, nextCursor: null, sequence: 10, changedAt: {} };
}

describe("what belongs into a list", () => {
  it.each([
    ["mine", "active in my hands", {}, true],
    ["mine", "waiting for my customer", { status: "waiting", activeAgentId: null }, true],
    ["mine", "in my wrap-up", { status: "wrap_up" }, true],
    ["mine", "offered to me, not accepted yet", { statusReason: "awaiting_agent_acceptance" }, false],
    ["mine", "closed", { status: "closed" }, false],
    ["mine", "a colleague's", { listAgentId: ids.colleague }, false],
    ["open", "waiting in my queue", open, true],
    ["open", "waiting in another queue", { ...open, queueId: guid("queue", 9) }, false],
    ["open", "taken", {}, false],
    ["closed", "closed by me today", { status: "closed", closedAt: "2026-11-23T08:00:00.000Z" }, true],
    ["closed", "closed by me yesterday", { status: "closed", closedAt: "2026-11-22T23:59:59.999Z" }, false],
    [
      "closed",
      "closed by a colleague",
      { status: "closed", closedAt: minutesBefore(5), listAgentId: ids.colleague },
      false,
    ],
    ["visiting", "a colleague's that I take part in", { id: guid("conv", 8), listAgentId: ids.colleague }, true],
    ["visiting", "a colleague's", { listAgentId: ids.colleague }, false],
    ["visiting", "one that closed", { id: guid("conv", 8), status: "closed" }, false],
    ["ongoing", "a colleague's", { listAgentId: ids.colleague }, true],
    ["ongoing", "closed", { status: "closed" }, false],
  ] as const)("%s: %s", (view, _what, changes, expected) => {
    expect(belongs(view, aConversation(changes), viewer)).toBe(expected);
  });

  it("supervisors see what waits in every queue", () => {
    const elsewhere = aConversation({ ...open, queueId: guid("queue", 9) });
    expect(belongs("open", elsewhere, { ...viewer, seesEveryQueue: true })).toBe(true);
  });
});

describe("a conversation that changed", () => {
  it("enters the list it now belongs into and leaves the one it was in", () => {
    const waiting = aConversation(open);
    const taken = aConversation();
    expect(applyConversation(list(waiting), "open", taken, 11, viewer).items).toEqual([]);
    expect(applyConversation(list(), "mine", taken, 11, viewer).items).toEqual([taken]);
  });

  it("is replaced in its place", () => {
    const other = aConversation({ id: guid("conv", 2) });
    const changed = aConversation({ title: "Mended lamp" });
    expect(applyConversation(list(aConversation(), other), "mine", changed, 11, viewer).items).toEqual([
      changed,
      other,
    ]);
  });

  it("says nothing new when the list was read after the change", () => {
    const before = list(aConversation());
    expect(applyConversation(before, "mine", aConversation({ status: "closed" }), 10, viewer)).toBe(before);
  });

  it("never brings back an older image than the one that is shown", () => {
    const newer = applyConversation(list(), "mine", aConversation({ title: "newer" }), 12, viewer);
    expect(applyConversation(newer, "mine", aConversation({ title: "older" }), 11, viewer)).toBe(newer);
  });

  it("stays away when a page that was read before it left arrives late", () => {
    const left = applyConversation(list(), "mine", aConversation({ status: "closed" }), 12, viewer);
    expect(appendPage(left, { items: [aConversation()] }).items).toEqual([]);
  });
});

describe("order", () => {
  const at = (number: number, changes: Partial<Conversation>) =>
    aConversation({ id: guid("conv", number), ...changes });

  it("open: urgent first, then whoever waits longest", () => {
    const items = [
      at(1, { ...open, queuedAt: minutesBefore(1) }),
      at(2, { ...open, queuedAt: minutesBefore(9) }),
      at(3, { ...open, queuedAt: minutesBefore(5), priority: "high" }),
    ];
    expect(sortForView("open", items).map((item) => item.id)).toEqual([
      guid("conv", 3),
      guid("conv", 2),
      guid("conv", 1),
    ]);
  });

  it("my: customers who wait first, wrap-up next, what waits for customers last", () => {
    const items = [
      at(1, { status: "waiting" }),
      at(2, { status: "wrap_up" }),
      at(3, {}),
      at(4, { customerWaitingSince: minutesBefore(2) }),
      at(5, { customerWaitingSince: minutesBefore(7) }),
    ];
    const order = sortForView("mine", items).map((item) => Number(item.id.slice(-1)));
    expect(order).toEqual([5, 4, 3, 2, 1]);
  });

  it("rows that are held keep their place; what is new waits and what is gone leaves", () => {
    const [a, b, c] = [at(1, {}), at(2, {}), at(3, {})];
    expect(holdOrder([b.id, a.id], [a, b, c])).toEqual({ rows: [b, a], arrived: 1 });
    expect(holdOrder([b.id, a.id], [a])).toEqual({ rows: [a], arrived: 0 });
  });
});
