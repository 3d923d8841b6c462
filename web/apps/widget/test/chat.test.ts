import { settled } from "@frontdesk/fakes";
import { describe, expect, it } from "vitest";
import { deliveryOf } from "../src/chat/transcript.ts";
import { chatting, conversation, fakeStore, ID, message, NO_MARKS, newDesk, routes } from "./desk.ts";

type Desk = Awaited<ReturnType<typeof chatting>>;

const texts = ({ chat }: Pick<Desk, "chat">) => chat.state.entries.map(({ text }) => text);
const deliveries = ({ chat }: Pick<Desk, "chat">) =>
  chat.state.entries.map((entry) => deliveryOf(entry, chat.state.marks));

describe("beginning without a message", () => {
  it("takes the answers along, and a message written meanwhile follows", async () => {
    const { server, newChat } = newDesk();
    server.on(routes.send, { number: 1, sentAt: "2026-11-23T04:05:06Z" }, 201);
    const chat = newChat();
    await chat.load();
    void chat.begin({ topic: "Books" });
    chat.send("Hello");
    await settled();
    expect(server.asked(routes.start).map(({ body }) => body)).toEqual([
      expect.objectContaining({ preChat: { topic: "Books" } }),
    ]);
    expect(server.asked(routes.send).length).toBe(1);
  });

  it("says that it failed, looks whether it has closed, and tries again with the same key", async () => {
    const { server, newChat } = newDesk();
    const chat = newChat();
    await chat.load();
    server.refuse(routes.start, 409, "outside_operating_hours", "Closed.");
    await chat.begin();
    expect(chat.state.notice).toBe("start_failed");
    expect(server.asked(routes.widget).length).toBe(2);
    await chat.begin();
    const [first, second] = server.asked(routes.start).map(({ headers }) => headers["idempotency-key"]);
    expect(first).toBe(second);
  });
});

describe("starting", () => {
  it("makes nothing on the server before the first message", async () => {
    const desk = newDesk();
    const chat = desk.newChat();
    await chat.load();
    expect(desk.server.seen.map(({ path }) => path)).toEqual(["/api/v1/visitor/widgets/widget-1"]);
    expect(desk.net.sockets.length).toBe(0);
    expect(chat.state).toMatchObject({ phase: "new", config: { greeting: "Hello!" } });
  });

  it("sends the first message with the start, and connects with the key it got", async () => {
    const { server, net, chat } = await chatting();
    const [start] = server.asked(routes.start);
    expect(start?.body).toEqual({ locale: "en-GB", widgetId: "widget-1", text: "Hello", clientMessageId: "id-1" });
    expect(net.last().url).toBe(`wss://desk.example/api/v1/visitor/conversations/${ID}/live?after=0`);
    expect(net.last().protocols).toEqual(["frontdesk.v1", "bearer.secret"]);
    expect(chat.state).toMatchObject({ phase: "chatting", connection: "live" });
  });

  it("asks again with the same key when the answer is lost, so that nothing starts twice", async () => {
    const desk = newDesk();
    const chat = desk.newChat();
    await chat.load();
    desk.server.once(routes.start, "unreachable");
    chat.send("Hello");
    await desk.pass(1_000);
    const keys = desk.server.asked(routes.start).map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toEqual(["id-1", "id-1"]);
    expect(chat.state.phase).toBe("chatting");
  });

  it("goes on after the page is loaded again", async () => {
    const { store, hello } = await chatting();
    const again = newDesk(store);
    const chat = again.newChat();
    await chat.load();
    expect(again.server.asked(routes.conversation)[0]?.headers.authorization).toBe("Bearer secret");
    again.hello();
    again.say(1, "Hello", { from: "customer" });
    again.say(2, "Hi, this is Ada");
    expect(texts({ chat })).toEqual(["Hello", "Hi, this is Ada"]);
    hello();
  });

  it("works where the browser stores nothing", async () => {
    const { chat } = await chatting(fakeStore(true));
    expect(chat.state.phase).toBe("chatting");
  });

  it("says so and begins anew when the remembered conversation cannot be opened any more", async () => {
    const { store } = await chatting();
    const again = newDesk(store);
    again.server.refuse(routes.conversation, 401, "unauthenticated", "Expired.");
    const chat = again.newChat();
    await chat.load();
    expect(chat.state).toMatchObject({ phase: "new", notice: "expired" });
    expect(store.kept.size).toBe(0);
  });

  it("says so when the widget is not to be had", async () => {
    const desk = newDesk();
    desk.server.refuse(routes.widget, 404, "not_found", "No such widget.");
    const chat = desk.newChat();
    await chat.load();
    expect(chat.state.notice).toBe("unavailable");
  });
});

describe("sending", () => {
  it("shows a message at once and ticks it off: queued, sent, delivered, read", async () => {
    const desk = await chatting();
    desk.server.on(routes.send, { number: 2, sentAt: "" }, 201);
    desk.chat.send("  Are you there? ");
    expect(deliveries(desk)).toEqual(["sent", "queued"]);
    await settled();
    expect(deliveries(desk)).toEqual(["sent", "sent"]);
    desk.net.last().say({ type: "marks", marks: { ...NO_MARKS, agentDelivered: 2, agentRead: 1 } });
    expect(deliveries(desk)).toEqual(["read", "delivered"]);
    expect(texts(desk)).toEqual(["Hello", "Are you there?"]);
  });

  it("shows a message once, whether its answer or its echo comes first", async () => {
    const desk = await chatting();
    desk.server.on(routes.send, { number: 2, sentAt: "" }, 201);
    desk.chat.send("Twice?");
    desk.say(2, "Twice?", { from: "customer", clientMessageId: "id-2" });
    await settled();
    desk.say(2, "Twice?", { from: "customer", clientMessageId: "id-2" });
    expect(texts(desk)).toEqual(["Hello", "Twice?"]);
  });

  it("keeps the order of what was written while the network was away, with the same keys", async () => {
    const desk = await chatting();
    desk.server.on(routes.send, { number: 2, sentAt: "" }, 201);
    for (let i = 0; i < 3; i++) desk.server.once(routes.send, "unreachable");
    desk.chat.send("one");
    desk.chat.send("two");
    for (let i = 0; i < 4; i++) await desk.pass(1_000);
    const sent = desk.server.asked(routes.send).map(({ body }) => body as { text: string; clientMessageId: string });
    expect(sent.map(({ text }) => text)).toEqual(["one", "one", "one", "one", "two"]);
    expect(new Set(sent.slice(0, 4).map(({ clientMessageId }) => clientMessageId)).size).toBe(1);
  });

  it("fails with the server's reason, goes on with the next, and is tried again with the same key", async () => {
    const desk = await chatting();
    desk.server.on(routes.send, { number: 2, sentAt: "" }, 201);
    desk.server.once(routes.send, {
      status: 400,
      body: { status: 400, code: "too_long", title: "", detail: "Too long." },
    });
    desk.chat.send("long");
    desk.chat.send("short");
    await settled();
    const [, short, long] = desk.chat.state.entries;
    expect([short?.text, long?.text, long?.unsent, long?.reason]).toEqual(["short", "long", "failed", "Too long."]);
    desk.server.on(routes.send, { number: 3, sentAt: "" }, 201);
    desk.chat.retry(long?.key ?? "");
    await settled();
    const keys = desk.server
      .asked(routes.send)
      .map(({ body }) => (body as { clientMessageId: string }).clientMessageId);
    expect([keys[0], deliveries(desk)]).toEqual([keys[2], ["sent", "sent", "sent"]]);
  });

  it("sends nothing that is empty", async () => {
    const { chat } = await chatting();
    chat.send(" \n ");
    expect(chat.state.entries.length).toBe(1);
  });
});

describe("the connection", () => {
  it("resumes after the last message number without a gap, and shows each message once", async () => {
    const desk = await chatting();
    desk.say(2, "two");
    desk.net.last().lose();
    expect(desk.chat.state.connection).toBe("waiting");
    await desk.pass(500);
    expect(desk.net.last().url).toContain("after=2");
    desk.hello();
    desk.say(2, "two");
    desk.say(3, "three");
    expect(texts(desk)).toEqual(["Hello", "two", "three"]);
  });

  it("does not take a gap for the end", async () => {
    const desk = await chatting();
    desk.say(3, "three");
    desk.net.last().lose();
    await desk.pass(500);
    expect(desk.net.last().url).toContain("after=1");
  });

  it("tries again after growing waits, at once when the browser is online again", async () => {
    const desk = await chatting();
    desk.net.last().lose();
    const before = desk.net.sockets.length;
    desk.chat.online();
    expect(desk.net.sockets.length).toBe(before + 1);
  });

  it("polls where sockets do not get through, and marks and types over HTTP", async () => {
    const desk = await chatting();
    desk.server.once(routes.poll, { status: 200, body: { items: [message(2, "polled")] } }).once(routes.poll, "silent");
    desk.server.on(routes.marks, {}).on(routes.typing, {});
    desk.server.on(routes.conversation, conversation({ status: "active", agentName: "Ada" }));
    for (let socket = 0; socket < 3; socket++) {
      desk.net.last().lose();
      await desk.pass(2_000);
    }
    expect(desk.chat.state).toMatchObject({ connection: "polling", agentName: "Ada" });
    expect(texts(desk)).toEqual(["Hello", "polled"]);
    desk.chat.type();
    desk.chat.watch(true);
    await settled();
    expect(desk.server.asked(routes.typing).length).toBe(1);
    expect(desk.server.asked(routes.marks).at(-1)?.body).toEqual({ delivered: 2, read: 2 });
  });

  it("does not ask on for a conversation that is closed", async () => {
    const desk = await chatting();
    desk.server.on(routes.poll, { items: [] }).on(routes.conversation, conversation({ status: "closed" }));
    for (let socket = 0; socket < 3; socket++) {
      desk.net.last().lose();
      await desk.pass(2_000);
    }
    expect(desk.chat.state).toMatchObject({ phase: "over", connection: "stopped" });
    expect(desk.server.asked(routes.poll).length).toBe(1);
  });

  it("learns on its return how far the agent has read meanwhile", async () => {
    const desk = await chatting();
    desk.server.on(routes.conversation, conversation({ marks: { ...NO_MARKS, agentRead: 1, agentDelivered: 1 } }));
    desk.net.last().lose();
    await desk.pass(500);
    desk.hello();
    await settled();
    expect(deliveries(desk)).toEqual(["read"]);
  });
});

describe("reading", () => {
  it("counts unread agents' messages until they are looked at, and tells how far", async () => {
    const desk = await chatting();
    desk.say(2, "one");
    desk.say(3, "two");
    expect(desk.chat.state.unread).toBe(2);
    desk.chat.watch(true);
    expect(desk.chat.state.unread).toBe(0);
    expect(desk.net.last().sent.at(-1)).toEqual({ type: "marks", delivered: 3, read: 3 });
    desk.say(4, "three");
    expect(desk.net.last().sent.at(-1)).toEqual({ type: "marks", delivered: 4, read: 4 });
    expect(desk.chat.state.unread).toBe(0);
  });

  it("keeps what was read before read, on the next page too", async () => {
    const { store } = await chatting();
    const again = newDesk(store);
    again.server.on(
      routes.conversation,
      conversation({ marks: { ...NO_MARKS, customerRead: 2, customerDelivered: 2 } }),
    );
    const chat = again.newChat();
    await chat.load();
    again.hello();
    again.say(1, "one");
    again.say(2, "two");
    again.say(3, "three");
    expect(chat.state.unread).toBe(1);
  });
});

describe("typing", () => {
  it("of the agent shows until they write or stop", async () => {
    const desk = await chatting();
    desk.net.last().say({ type: "typing", name: "Ada" });
    expect(desk.chat.state.typing).toBe("Ada");
    await desk.pass(6_000);
    expect(desk.chat.state.typing).toBeUndefined();
    desk.net.last().say({ type: "typing", name: "Ada" });
    desk.say(2, "done");
    expect(desk.chat.state.typing).toBeUndefined();
  });

  it("of the visitor is told at most every three seconds", async () => {
    const { chat, net, pass } = await chatting();
    for (let key = 0; key < 5; key++) chat.type();
    await pass(3_000);
    chat.type();
    expect(net.last().sent.filter((frame) => (frame as { type: string }).type === "typing").length).toBe(2);
  });
});

describe("the end", () => {
  it("by the visitor is told to the server and leaves the messages to read", async () => {
    const desk = await chatting();
    desk.server.on(routes.end, {});
    await desk.chat.end();
    expect(desk.server.asked(routes.end).length).toBe(1);
    expect([desk.chat.state.phase, texts(desk)]).toEqual(["over", ["Hello"]]);
    desk.chat.send("too late");
    expect(texts(desk)).toEqual(["Hello"]);
  });

  it("by the agent is shown, and a new chat is the same visitor's", async () => {
    const desk = await chatting();
    desk.net.last().say({ type: "status", status: "wrap_up", agentName: "Ada" });
    expect(desk.chat.state.phase).toBe("over");
    desk.chat.startAnew();
    desk.chat.send("One more thing");
    await settled();
    expect(desk.server.asked(routes.start)[1]?.headers.authorization).toBe("Bearer secret");
  });

  it("that fails is said, and the chat goes on", async () => {
    const desk = await chatting();
    desk.server.refuse(routes.end, 500, "internal", "No.");
    await desk.chat.end();
    expect(desk.chat.state).toMatchObject({ phase: "chatting", notice: "end_failed" });
  });

  it("of what is over already is no failure", async () => {
    const desk = await chatting();
    desk.server.refuse(routes.end, 409, "conversation_closed", "Closed.");
    await desk.chat.end();
    expect(desk.chat.state.phase).toBe("over");
  });
});
