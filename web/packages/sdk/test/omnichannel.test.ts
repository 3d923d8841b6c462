import { FakeServer } from "@frontdesk/fakes";
import { beforeEach, describe, expect, it } from "vitest";
import { createOmnichannel } from "../src/omnichannel.ts";
import { AGENT, CONTACT, CONVERSATION, FakeHost, failureOf } from "./fakes.ts";

const LIST = "POST /api/v1/omnichannel/getConversations";
const PATH = `/api/v1/conversations/${CONVERSATION}`;

let server: FakeServer;
let host: FakeHost;
let omnichannel: Microsoft.Omnichannel.Api;

beforeEach(() => {
  server = new FakeServer();
  host = new FakeHost(server);
  omnichannel = createOmnichannel(host);
});

const inHome = () => host.change({ focusedSessionId: "home" });
const assignedTo = (activeAgentId: string, status = "active") =>
  server.on(`GET ${PATH}`, { conversation: { activeAgentId, status } });

describe("getConversations", () => {
  const input = { agentId: AGENT, status: [3], orderBy: [{ attributeName: "createdon", descending: true }] };

  it("asks the server as given and resolves with status and records", async () => {
    server.on(LIST, { status: true, result: { values: [{ statuscode: 3 }], nextToken: "t" } });
    const result = await omnichannel.getConversations(input);
    expect(result).toEqual({ status: true, result: { values: [{ statuscode: 3 }], nextToken: "t" } });
    expect(server.seen[0]?.body).toEqual(input);
  });

  it("takes the input as JSON text too", async () => {
    server.on(LIST, { status: true, result: { values: [] } });
    await omnichannel.getConversations(JSON.stringify(input));
    expect(server.seen[0]?.body).toEqual(input);
  });

  it("carries the correlation id, and none when none is given", async () => {
    server.on(LIST, { status: true, result: { values: [] } });
    await omnichannel.getConversations(input, "my-trace");
    await omnichannel.getConversations(input);
    expect(server.seen.map(({ headers }) => headers["x-correlation-id"])).toEqual(["my-trace", undefined]);
  });

  it("survives a correlation id that no header can hold", async () => {
    server.on(LIST, { status: true, result: { values: [] } });
    await omnichannel.getConversations(input, "Zürich\n1");
    expect(server.seen[0]?.headers["x-correlation-id"]).toBe("Z%C3%BCrich%0A1");
  });

  it.each([
    ["{nonsense", "invalid_json"],
    ["[]", "invalid_input"],
    ["null", "invalid_input"],
    [undefined, "invalid_input"],
    [7, "invalid_input"],
  ])("rejects the input %j without asking the server", async (wrong, code) => {
    const error = await failureOf(omnichannel.getConversations(wrong as string));
    expect(error.code).toBe(code);
    expect(server.seen).toEqual([]);
  });

  it("rejects with the server's code, words and fields", async () => {
    const errors = [{ field: "attributes", detail: "msdyn_titel: did you mean msdyn_title?" }];
    server.refuse(LIST, 400, "unknown_attribute", "Unknown attribute msdyn_titel.", { errors, correlationId: "c1" });
    const error = await failureOf(omnichannel.getConversations(input));
    expect(error).toMatchObject({ code: "unknown_attribute", httpStatus: 400, correlationId: "c1", errors });
    expect(error.message).toBe("Unknown attribute msdyn_titel.");
  });
});

describe("getConversationId", () => {
  it("is the focused session's conversation", async () => {
    expect(await omnichannel.getConversationId()).toBe(CONVERSATION);
  });

  it("is empty in the home session", async () => {
    inHome();
    expect(await omnichannel.getConversationId()).toBe("");
  });
});

describe("openConversation", () => {
  it("opens by id, whatever its casing and braces, with the other two optional", async () => {
    await omnichannel.openConversation(`{${CONVERSATION.toUpperCase()}}`, "session", "workstream");
    await omnichannel.openConversation(CONVERSATION);
    expect(host.calls).toEqual([
      ["openConversation", CONVERSATION],
      ["openConversation", CONVERSATION],
    ]);
  });

  it("rejects what is no GUID, and what the workspace rejects", async () => {
    expect((await failureOf(omnichannel.openConversation("42"))).code).toBe("invalid_id");
    host.openConversation = () => Promise.reject(new Error("It is another agent's."));
    expect((await failureOf(omnichannel.openConversation(CONVERSATION))).message).toBe("It is another agent's.");
  });
});

describe("linkToConversation and unlinkFromConversation", () => {
  it("link the focused conversation by default and say what was linked", async () => {
    server.on(`POST ${PATH}/link`, {});
    const result = await omnichannel.linkToConversation("contact", CONTACT);
    expect(result).toMatchObject({ entityLogicalName: "contact", recordId: CONTACT, liveWorkItemId: CONVERSATION });
    expect(server.seen[0]?.body).toEqual({ recordType: "contact", recordId: CONTACT });
  });

  it("unlink a conversation that is not in focus", async () => {
    inHome();
    server.on(`POST ${PATH}/unlink`, {});
    await omnichannel.unlinkFromConversation("incident", CONTACT, CONVERSATION);
    expect(server.seen[0]?.path).toBe(`${PATH}/unlink`);
  });

  it("reject other tables, wrong ids and having no conversation", async () => {
    const lead = omnichannel.linkToConversation("lead" as "contact", CONTACT);
    expect((await failureOf(lead)).code).toBe("invalid_entity");
    expect((await failureOf(omnichannel.unlinkFromConversation("account", "x"))).code).toBe("invalid_id");
    inHome();
    expect((await failureOf(omnichannel.linkToConversation("account", CONTACT))).code).toBe("no_conversation");
  });

  it("reject what the server refuses", async () => {
    server.refuse(`POST ${PATH}/link`, 409, "not_active", "Only active conversations can be linked.");
    const error = await failureOf(omnichannel.linkToConversation("account", CONTACT));
    expect(error).toMatchObject({ code: "not_active", httpStatus: 409 });
  });
});

describe("sendMessageToConversation", () => {
  it("fills the send box by default and sends nothing", async () => {
    assignedTo(AGENT);
    await omnichannel.sendMessageToConversation("Hello");
    expect(host.calls).toEqual([["putInSendBox", CONVERSATION, "Hello"]]);
    expect(server.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("sends with toSendBox false", async () => {
    server.on(`POST ${PATH}/messages`, { number: 1 }, 201);
    await omnichannel.sendMessageToConversation("Hello", false);
    expect(server.seen[0]?.body).toEqual({ text: "Hello" });
    expect(host.calls).toEqual([]);
  });

  it("rejects a conversation that is assigned to somebody else or closed", async () => {
    assignedTo("somebody");
    expect((await failureOf(omnichannel.sendMessageToConversation("Hello"))).code).toBe("not_assigned");
    assignedTo(AGENT, "closed");
    expect((await failureOf(omnichannel.sendMessageToConversation("Hello"))).code).toBe("not_assigned");
    server.refuse(`POST ${PATH}/messages`, 403, "not_assigned", "Not yours.");
    expect((await failureOf(omnichannel.sendMessageToConversation("Hello", false))).httpStatus).toBe(403);
    expect(host.calls).toEqual([]);
  });

  it("rejects an empty message and having no conversation", async () => {
    expect((await failureOf(omnichannel.sendMessageToConversation(" "))).code).toBe("empty_message");
    inHome();
    expect((await failureOf(omnichannel.sendMessageToConversation("Hello"))).code).toBe("no_conversation");
  });

  it("sends a rich message in words, and an invalid one as plain text", async () => {
    server.on(`POST ${PATH}/messages`, {}, 201);
    const Section = [{ SectionTitle: "Sizes", Listitems: [{ OptionTitle: "Small", OptionDescription: "fits one" }] }];
    const survey = { Questions: {}, Answers: { Title: "Pick one", subtitle: "please", Section } };
    await omnichannel.sendMessageToConversation({ survey, richObjectType: 192350002 }, false);
    await omnichannel.sendMessageToConversation({ survey: JSON.stringify([{}, { Answers: survey.Answers }]) }, false);
    await omnichannel.sendMessageToConversation({ hello: 1 }, false);
    const words = "Pick one\nplease\nSizes\n• Small: fits one";
    expect(server.seen.map(({ body }) => (body as { text: string }).text)).toEqual([words, words, '{"hello":1}']);
  });
});
