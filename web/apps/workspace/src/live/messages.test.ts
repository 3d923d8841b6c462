import { aConversation, aMessage } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import {
  addMessage,
  appendMessages,
  deliveryOf,
  firstUnread,
  laterMarks,
  type MessageWindow,
  prependMessages,
  withMarks,
} from "./messages";

const window = (...numbers: number[]): MessageWindow => ({
  items: numbers.map((number) => aMessage(number)),
  moreBefore: false,
});
const numbers = (shown: MessageWindow) => shown.items.map((message) => message.number);
const marks = { customerDelivered: 0, customerRead: 0, agentDelivered: 0, agentRead: 0 };

describe("a window of messages", () => {
  it("takes the next one, ignores a repeat, and tells of a gap", () => {
    expect(addMessage(window(1, 2), aMessage(3))).toMatchObject({ kind: "added" });
    expect(addMessage(window(1, 2), aMessage(2))).toEqual({ kind: "same" });
    expect(addMessage(window(1, 2), aMessage(5))).toEqual({ kind: "gap", after: 2 });
  });

  it("takes the first message of a conversation that had none", () => {
    expect(addMessage(window(), aMessage(1))).toMatchObject({ kind: "added" });
  });

  it("closes a gap from a page that overlaps", () => {
    expect(numbers(appendMessages(window(1, 2), [aMessage(2), aMessage(3), aMessage(4)]))).toEqual([1, 2, 3, 4]);
  });

  it("refuses a page that does not fit on", () => {
    expect(numbers(appendMessages(window(1, 2), [aMessage(7), aMessage(8)]))).toEqual([1, 2]);
  });

  it("grows backwards without doubling", () => {
    const grown = prependMessages(window(4, 5), [aMessage(3), aMessage(4)], true);
    expect(numbers(grown)).toEqual([3, 4, 5]);
    expect(grown.moreBefore).toBe(true);
  });
});

describe("marks", () => {
  it("the first unread message is the customer's first after what the agent read", () => {
    const shown = window(1, 2, 3, 4);
    shown.items[2] = aMessage(3, { sender: { kind: "agent", agentId: "x", name: "Ada" } });
    expect(firstUnread(shown, 2)).toBe(4);
    expect(firstUnread(shown, 4)).toBeUndefined();
  });

  it.each([
    [5, "sent"],
    [4, "delivered"],
    [2, "read"],
  ] as const)("message %i is %s", (number, expected) => {
    expect(deliveryOf(aMessage(number), { ...marks, customerDelivered: 4, customerRead: 2 })).toBe(expected);
  });

  it("never go back", () => {
    const ahead = { ...marks, customerRead: 7, agentRead: 2 };
    const behind = { ...marks, customerRead: 5, agentRead: 3 };
    expect(laterMarks(ahead, behind)).toMatchObject({ customerRead: 7, agentRead: 3 });
  });

  it("no more is unread than came after what the agent read", () => {
    const conversation = aConversation({ unread: 3, lastMessageNumber: 9 });
    expect(withMarks(conversation, { ...marks, agentRead: 9 }).unread).toBe(0);
    expect(withMarks(conversation, { ...marks, agentRead: 8 }).unread).toBe(1);
  });
});
