import { aConversation, aMessage, minutesBefore } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import { withMessage } from "./changes";

const before = aConversation({
  lastMessageNumber: 4,
  lastPublicNumber: 3,
  unread: 1,
  customerWaitingSince: minutesBefore(9),
});
const agent = { kind: "agent", agentId: "x", name: "Ada" } as const;

describe("what follows from a message", () => {
  it("a customer's is unread, shown in the list, and does not shorten their wait", () => {
    const after = withMessage(before, aMessage(5, { text: "Hello?", sentAt: minutesBefore(1) }));
    expect(after).toMatchObject({ unread: 2, lastMessageNumber: 5, customerWaitingSince: minutesBefore(9) });
    expect(after.lastMessage).toMatchObject({ fromCustomer: true, text: "Hello?" });
  });

  it("the first one after an answer starts the wait", () => {
    const answered = { ...before, customerWaitingSince: null };
    const after = withMessage(answered, aMessage(5, { sentAt: minutesBefore(1) }));
    expect(after.customerWaitingSince).toBe(minutesBefore(1));
  });

  it("an agent's answer ends the wait and leaves nothing unread", () => {
    const after = withMessage(before, aMessage(5, { sender: agent, text: "Here" }));
    expect(after).toMatchObject({ unread: 0, customerWaitingSince: null, marks: { agentRead: 5 } });
    expect(after.lastMessage).toMatchObject({ fromCustomer: false, senderName: "Ada" });
  });

  it.each([
    ["a note", aMessage(5, { sender: agent, visibility: "internal", publicNumber: null })],
    ["a system line", aMessage(5, { sender: { kind: "system", event: "agent_accepted" }, text: "" })],
  ])("%s is counted and changes nothing else", (_what, message) => {
    const { lastMessageNumber, unread, customerWaitingSince, lastMessage } = withMessage(before, message);
    expect([lastMessageNumber, unread, customerWaitingSince, lastMessage]).toEqual([5, 1, minutesBefore(9), null]);
  });

  it("one that the conversation already counts changes nothing", () => {
    expect(withMessage(before, aMessage(4))).toBe(before);
  });
});
