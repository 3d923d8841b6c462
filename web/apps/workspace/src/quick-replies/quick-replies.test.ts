import { aConversation, anAgent } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import type { UsableQuickReply } from "../model";
import { slugsOf } from "../templates/slugs";
import { orderOf, replaced, searchOf, strokeAt, tokenAt } from "./command";
import { fillReply } from "./fill";
import { findReplies } from "./find";

describe("a stroke", () => {
  it.each([
    ["/", { start: 0, query: "" }],
    ["/ref", { start: 0, query: "ref" }],
    ["Hello /ref", { start: 6, query: "ref" }],
    ["Hello\n/thank you", { start: 6, query: "thank you" }],
    ["/q #money", { start: 0, query: "q #money" }],
    ["and/or", undefined],
    ["/usr/bin", undefined],
    ["/ and so on", undefined],
    ["https://example.com", undefined],
    ["/one\ntwo", undefined],
    [`/${"x".repeat(121)}`, undefined],
    ["", undefined],
  ])("%j", (text, token) => expect(tokenAt(text, text.length)).toEqual(token));

  it("is looked for before the caret alone", () => {
    expect(tokenAt("/ref and more", 4)).toEqual({ start: 0, query: "ref" });
    expect(tokenAt("and /ref", 3)).toBeUndefined();
  });

  it.each([
    ["c", "consult"],
    ["4", "consult"],
    ["CQ", "consultQueue"],
    ["t", "transfer"],
    ["2", "transfer"],
    ["tq", "transferQueue"],
    ["3", "transferQueue"],
    ["q", undefined],
    ["cancel", undefined],
    ["toString", undefined],
  ])("/%s orders %s", (query, order) => expect(orderOf(query)).toBe(order));

  it.each([
    ["q", ""],
    ["1", ""],
    ["q refund", "refund"],
    ["1 #money back", "#money back"],
    ["quick", "quick"],
    ["#money", "#money"],
  ])("/%s searches %j", (query, search) => expect(searchOf(query)).toBe(search));

  it("gives way to what was chosen, and the caret stands behind that", () => {
    const edited = replaced("Dear /ref and more", { start: 5, query: "ref" }, "friend,");
    expect(edited).toEqual({ text: "Dear friend, and more", caret: 12 });
  });

  it.each([
    ["", 0, "/", 1],
    ["Hello", 5, "Hello /", 7],
    ["Hello ", 6, "Hello /", 7],
    ["Hello you", 5, "Hello / you", 7],
  ])("made by a button in %j at %i", (text, caret, made, at) =>
    expect(strokeAt(text, caret)).toEqual({ text: made, caret: at }),
  );
});

describe("slugs", () => {
  const conversation = aConversation({
    customerName: "Grace Brewster  Hopper",
    context: [
      { name: "Order no.", value: "4711" },
      { name: "topic", value: "lamps" },
    ],
  });
  const agent = anAgent({ name: "Ada Miles", attributes: [{ name: "Nickname", value: "Addie" }] });
  const others = slugsOf(conversation, { case: null }, [], "Live chat");
  const fill = (text: string, changes: { customerName?: string; nameless?: boolean } = {}) =>
    fillReply(text, {
      conversation: { ...conversation, customerName: changes.customerName ?? conversation.customerName },
      agent: changes.nameless ? { name: "Ada", attributes: [] } : agent,
      others,
    });

  it.each([
    ["{FullName{Customer}}", "Grace Brewster  Hopper"],
    ["{FirstName{Customer}}", "Grace"],
    ["{LastName{Customer}}", "Hopper"],
    ["{FullName{Agent}}", "Ada Miles"],
    ["{FirstName{Agent}}", "Ada"],
    ["{LastName{Agent}}", "Miles"],
    ["{Nickname{Agent}}", "Addie"],
    ["{fullname{AGENT}} and { FirstName { Agent } }", "Ada Miles and Ada"],
    ["{OCContext.topic}, {occontext.order no.}", "lamps, 4711"],
    ["{customerName}", "Grace Brewster  Hopper"],
    ["{topic} by {channel}", "lamps by Live chat"],
    // Unknown or empty: nothing.
    ["<{Nickname{Customer}}{Shoe{Agent}}{FullName{Queue}}>", "<>"],
    ["<{OCContext.colour}{OCContext.}{caseTitle}{unheardOf}>", "<>"],
    // No names: text.
    ['{ "a": 1 } {} { } {two words} {{', '{ "a": 1 } {} { } {two words} {{'],
    ["{FullName{Customer", "{FullName{Customer"],
    ["no slug", "no slug"],
  ])("%s", (text, filled) => expect(fill(text)).toBe(filled));

  it("of a single name or none", () => {
    expect(fill("{FirstName{Agent}}|{LastName{Agent}}|{Nickname{Agent}}", { nameless: true })).toBe("Ada||");
    expect(fill("Hi {FirstName{Customer}}!", { customerName: "" })).toBe("Hi !");
  });

  it("are filled once: what a customer calls themselves is no slug", () => {
    expect(fill("{FullName{Customer}}", { customerName: "{FullName{Agent}} $& $1" })).toBe("{FullName{Agent}} $& $1");
  });
});

describe("the search", () => {
  const reply = (title: string, changes: Partial<UsableQuickReply> = {}): UsableQuickReply => ({
    id: title,
    title,
    text: `${title}.`,
    locale: "en-US",
    tags: [],
    personal: false,
    ...changes,
  });
  const all = [
    reply("Good bye", { text: "Refund or not: bye" }),
    reply("Refund", { tags: ["Money"] }),
    reply("No refund", { tags: ["money", "rules"] }),
    reply("Rückgeld", { locale: "de-DE", tags: ["money"] }),
    reply("Guten Tag", { locale: "de-AT" }),
  ];
  it.each([
    ["", "en-US", ["Good bye", "No refund", "Refund", "Guten Tag", "Rückgeld"]],
    ["", "de-DE", ["Rückgeld", "Guten Tag", "Good bye", "No refund", "Refund"]],
    ["REFUND", null, ["Refund", "No refund", "Good bye"]],
    ["#mon", "en-GB", ["No refund", "Refund", "Rückgeld"]],
    ["#money #rules", null, ["No refund"]],
    ["#money no", null, ["No refund"]],
    ["bye good", null, ["Good bye"]],
    ["nothing", null, []],
  ])("for %j in %s", (search, locale, titles) =>
    expect(findReplies(all, search, locale).map((found) => found.title)).toEqual(titles),
  );
});
