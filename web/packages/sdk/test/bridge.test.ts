import { FakeServer, manualEnvironment } from "@frontdesk/fakes";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ancestor, FrameEnd } from "../src/bridge/frame-end.ts";
import { isAllowedOrigin } from "../src/bridge/origins.ts";
import type { PortLike, WindowLike } from "../src/bridge/workspace-end.ts";
import { type InstallSettings, installOmnichannel } from "../src/install.ts";
import { createPage } from "../src/page.ts";
import { AGENT, CONVERSATION, FakeHost, failureOf, HOME } from "./fakes.ts";

const WORKSPACE = "https://desk.example";
const CRM = "https://crm.example";

/** Two ends that clone what they carry, at once. */
function newChannel(): { port1: PortLike; port2: PortLike } {
  const port = (): PortLike & { other?: PortLike } => ({
    onmessage: null,
    postMessage(message) {
      const data = structuredClone(message);
      queueMicrotask(() => this.other?.onmessage?.({ data } as MessageEvent));
    },
    close() {
      this.onmessage = null;
    },
  });
  const [port1, port2] = [port(), port()];
  port1.other = port2;
  port2.other = port1;
  return { port1, port2 };
}

class FakeWindow implements WindowLike {
  readonly origin = WORKSPACE;
  Microsoft?: Window["Microsoft"];
  readonly listeners = new Set<(event: MessageEvent) => void>();
  addEventListener = (_: "message", listener: (event: MessageEvent) => void) => this.listeners.add(listener);
  removeEventListener = (_: "message", listener: (event: MessageEvent) => void) => this.listeners.delete(listener);

  /** As a frame of `from` sees it. */
  asAncestorOf(from: string): Ancestor {
    return {
      postMessage: (data, targetOrigin, ports) => {
        if (targetOrigin !== this.origin) return;
        for (const listener of this.listeners) listener({ data, origin: from, ports } as unknown as MessageEvent);
      },
    };
  }
}

let server: FakeServer;
let host: FakeHost;
let page: FakeWindow;
let environment: ReturnType<typeof manualEnvironment>;
const noChannel = () => ({ postMessage: () => {}, close: () => {} });

beforeEach(() => {
  server = new FakeServer();
  host = new FakeHost(server);
  host.origins = ["crm.example"];
  page = new FakeWindow();
  environment = manualEnvironment();
});

function install() {
  return installOmnichannel(host, { page, pageId: "workspace", openChannel: noChannel } as InstallSettings);
}

function framed(origin = CRM, more: object = {}) {
  const settings = { workspaceOrigin: WORKSPACE, environment, newChannel, ancestors: [page.asAncestorOf(origin)] };
  const own = { pageOrigin: origin, pageId: "frame", http: host.http, openChannel: noChannel };
  const made = createPage({ ...settings, ...own, ...more });
  environment.advance(0);
  return made;
}

describe("a framed page", () => {
  it("calls what the workspace itself calls", async () => {
    install();
    server.on("POST /api/v1/omnichannel/getConversations", { status: true, result: { values: [] } });
    const { Omnichannel } = framed();
    expect(await Omnichannel.getConversationId()).toBe(CONVERSATION);
    expect(await Omnichannel.getConversations({ agentId: AGENT })).toEqual({ status: true, result: { values: [] } });
  });

  it("gets errors with their code and fields across the bridge", async () => {
    install();
    const errors = [{ field: "agentId", detail: "required" }];
    server.refuse("POST /api/v1/omnichannel/getConversations", 400, "invalid", "agentId is required.", { errors });
    const error = await failureOf(framed().Omnichannel.getConversations("{}"));
    expect(error).toMatchObject({ code: "invalid", message: "agentId is required.", httpStatus: 400, errors });
  });

  it("reads sessions and tabs at once, and follows their changes", async () => {
    install();
    const { Apm, Omnichannel } = framed();
    await Omnichannel.getConversationId();
    expect(Apm.getFocusedSession().title).toBe("Ada");
    expect(Apm.canCreateTab()).toBe(true);
    host.change({ focusedSessionId: "home", sessions: [HOME] });
    await Omnichannel.getConversationId();
    expect(Apm.getAllSessions()).toEqual(["home"]);
  });

  it("may ask for a session before it knows which there are", async () => {
    install();
    expect(await framed().Apm.createSession()).toBe("new-session");
  });

  it("hears the two events on its own topics, once", async () => {
    install();
    const heard: unknown[] = [];
    const openChannel = (topic: string) => ({ postMessage: (data: unknown) => heard.push([topic, data]), close() {} });
    const { Apm, Omnichannel } = framed(CRM, { openChannel });
    await Omnichannel.getConversationId();
    host.change({ focusedSessionId: "home" });
    await Omnichannel.getConversationId();
    const data = { previousSessionId: "chat", newSessionId: "home" };
    expect(heard).toEqual([[Apm.getEventPublisherTopic("ON_SESSION_SWITCH"), data]]);
  });

  it("of an origin that is not on the list is refused and reaches nothing", async () => {
    install();
    const { Omnichannel, Apm } = framed("https://evil.example");
    const error = await failureOf(Omnichannel.getConversations({ agentId: AGENT }));
    expect(error.code).toBe("origin_not_allowed");
    expect(error.message).toContain("https://evil.example");
    expect((await failureOf(Apm.createSession())).code).toBe("origin_not_allowed");
    expect([server.seen, host.calls]).toEqual([[], []]);
  });

  it("loses access when its origin is taken off the list", async () => {
    install();
    const { Omnichannel } = framed();
    await Omnichannel.getConversationId();
    host.origins = [];
    expect((await failureOf(Omnichannel.getConversationId())).code).toBe("origin_not_allowed");
  });

  it("finds a workspace that is ready later", async () => {
    const { Omnichannel } = framed();
    install();
    environment.advance(200);
    expect(await Omnichannel.getConversationId()).toBe(CONVERSATION);
  });

  it("is told when there is no workspace above", async () => {
    const answer = failureOf(framed().Omnichannel.getConversationId());
    environment.advance(6_000);
    expect((await answer).code).toBe("no_workspace");
  });

  it("gives up on a call that nobody answers", async () => {
    install();
    host.openConversation = () => new Promise(() => {});
    const { Omnichannel } = framed();
    await Omnichannel.getConversationId();
    const answer = failureOf(Omnichannel.openConversation(CONVERSATION));
    await new Promise((resolve) => setTimeout(resolve));
    environment.advance(30_000);
    expect((await answer).code).toBe("timeout");
  });

  it("is told when an argument cannot travel", async () => {
    install();
    const { Apm } = framed();
    const error = await failureOf(Apm.createTab({ appContext: { callback: () => {} } }));
    expect(error.code).toBe("invalid_input");
  });
});

describe("the workspace", () => {
  it("carries out the documented methods and no others", async () => {
    install();
    const frame = new FrameEnd({
      workspaceOrigin: WORKSPACE,
      environment,
      newChannel,
      ancestors: [page.asAncestorOf(CRM)],
    });
    environment.advance(0);
    await expect(frame.call("http", ["/api/v1/agents"])).rejects.toMatchObject({ code: "unknown_method" });
    await expect(frame.call("constructor", [])).rejects.toMatchObject({ code: "unknown_method" });
  });

  it("takes everything away again when the agent signs out", () => {
    const uninstall = install();
    expect(page.Microsoft?.Omnichannel).toBeDefined();
    uninstall();
    expect(page.Microsoft).toBeUndefined();
    expect(page.listeners.size).toBe(0);
  });
});

describe("a page of its own", () => {
  it("calls by HTTP what needs no session, and is told what does", async () => {
    server
      .on("GET /api/v1/me", { id: AGENT })
      .on("POST /api/v1/omnichannel/getConversations", { status: true, result: { values: [] } });
    const { Omnichannel } = framed(WORKSPACE, { ancestors: [] });
    expect((await Omnichannel.getConversations({ agentId: AGENT })).status).toBe(true);
    expect(await Omnichannel.getConversationId()).toBe("");
    expect((await failureOf(Omnichannel.openConversation(CONVERSATION))).code).toBe("no_workspace");
  });

  it("is told to sign in when nobody is", async () => {
    server.refuse("GET /api/v1/me", 401, "unauthenticated", "Sign in first.");
    const { Omnichannel } = framed(WORKSPACE, { ancestors: [] });
    expect((await failureOf(Omnichannel.getConversations({ agentId: AGENT }))).code).toBe("unauthenticated");
  });

  it("of another origin gets nothing", async () => {
    const { Omnichannel } = framed(CRM, { ancestors: [] });
    expect((await failureOf(Omnichannel.getConversations({ agentId: AGENT }))).code).toBe("no_workspace");
    expect(server.seen).toEqual([]);
  });
});

describe("the list of origins", () => {
  it.each([
    ["https://crm.example", ["https://crm.example"], true],
    ["https://crm.example:8443", ["https://crm.example"], false],
    ["http://crm.example", ["https://crm.example"], false],
    ["https://crm.example:8443", ["crm.example"], true],
    ["http://127.0.0.1:9000", ["127.0.0.1:9000"], true],
    ["http://127.0.0.1:9001", ["127.0.0.1:9000"], false],
    ["https://a.crm.example", ["crm.example"], false],
    ["https://a.crm.example", ["*.crm.example"], true],
    ["https://evilcrm.example", ["*.crm.example"], false],
    ["https://crm.example.evil", ["crm.example"], false],
    ["https://crm.example", [], false],
    ["https://desk.example", [], true],
    ["null", ["null", "", "*"], false],
  ])("%s against %j: %s", (origin, entries, allowed) => {
    expect(isAllowedOrigin(origin, entries, WORKSPACE)).toBe(allowed);
  });
});
