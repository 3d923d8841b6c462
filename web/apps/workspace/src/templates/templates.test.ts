import { aConversation, aNotificationTemplate, aParticipant, aQueue, aWorkstream, guid } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import { mayOpenByItself, scenarioOf } from "./choose";
import { fill, slugsOf } from "./slugs";

const customer = { kind: "contact", id: guid("cont", 1) } as const;
const known = aConversation({
  customer,
  locale: "de",
  context: [{ name: "Order number", value: "4711" }],
});
const lamp = { id: guid("case", 1), ticketNumber: "CAS-1", title: "Broken lamp", status: "active" } as const;
const slugs = slugsOf(known, { case: lamp }, [aQueue()], "Live chat");

describe("slugs", () => {
  it.each([
    ["{customerName} in {queueName}", "Grace Hall in Support"],
    ["{CUSTOMERNAME}", "Grace Hall"],
    ["{caseTitle} ({ Order number })", "Broken lamp (4711)"],
    ["{customerEntityName} {customerRecordId}", `contact ${customer.id}`],
    ["{visitorLanguage}, {channel}", "de, Live chat"],
    ["{nothing of that name}", ""],
    ["no slug at all", "no slug at all"],
  ])("%s", (text, filled) => expect(fill(text, slugs)).toBe(filled));

  it("do not fill in what a value says", () => {
    const tricky = slugsOf(aConversation({ customerName: "{caseTitle}" }), { case: lamp }, [], "Live chat");
    expect(fill("{customerName}", tricky)).toBe("{caseTitle}");
  });
});

describe("the kind of an offer", () => {
  it.each([
    [null, aConversation(), "incomingUnauthenticated"],
    [null, known, "incomingAuthenticated"],
    ["AgentTransfer", known, "transfer"],
    ["SupervisorTransferToAgent", known, "transfer"],
    ["SupervisorAssign", known, "supervisorAssign"],
  ])("%s", (assignReason, conversation, scenario) => {
    const gone = aParticipant({ mode: "primary", assignReason: "AgentTransfer", leftAt: "2026-11-23T11:00:00.000Z" });
    const primary = aParticipant({ mode: "primary", assignReason, leftAt: null });
    expect(scenarioOf(conversation, [gone, primary])).toBe(scenario);
  });

  it("that may open by itself is told from the workstream and the templates that it uses", () => {
    const template = aNotificationTemplate({ onTimeout: "accept" });
    const using = aWorkstream();
    using.notificationTemplates.transfer = template.id;
    expect(mayOpenByItself(using, [template])).toBe(true);
    expect(mayOpenByItself(aWorkstream(), [template])).toBe(false);
    expect(mayOpenByItself(aWorkstream({ notification: "open_session" }), [])).toBe(true);
  });
});
