/** What an agent can do with a conversation as a whole, one value each. */
import { type Conversation, isInHand, isWrappingUp } from "../model";
import { sessionIdOf } from "../sessions/store";
import { texts } from "../texts";
import { type Action, attempt } from "./action";

/** "End": the conversation goes to wrap-up. */
export const end: Action = {
  id: "end",
  label: () => texts.conversation.end,
  hint: () => texts.conversation.endHint,
  when: isInHand,
  run: async (desk, conversation) => {
    await attempt(desk, texts.conversation.failed.end, () => desk.server.end(conversation.id));
  },
};

/** Wrap-up is done: the conversation closes, and so does its session. */
export const finish: Action = {
  id: "finish",
  label: () => texts.conversation.finish,
  hint: () => texts.conversation.finishHint,
  when: isWrappingUp,
  run: async (desk, conversation) => {
    const done = await attempt(desk, texts.conversation.failed.close, () => desk.server.closeSession(conversation.id));
    if (done) forgetSession(desk, conversation.id);
  },
};

/** "X" on the session: from wrap-up the conversation closes; live chat goes back to its queue, others wait. */
export const leave: Action = {
  id: "leave",
  label: (conversation) => leaveText(conversation),
  when: isInHand,
  run: async (desk, conversation) => {
    const inHand = isInHand(conversation, desk.me.id) || isWrappingUp(conversation, desk.me.id);
    const done =
      !inHand ||
      (await attempt(desk, texts.conversation.failed.close, () => desk.server.closeSession(conversation.id)));
    if (done) forgetSession(desk, conversation.id);
  },
};

/** Back to the queue it is in. */
export const release: Action = {
  id: "release",
  label: () => texts.conversation.release,
  when: isInHand,
  run: async (desk, conversation) => {
    const done = await attempt(desk, texts.conversation.failed.release, () => desk.server.release(conversation.id));
    if (done) forgetSession(desk, conversation.id);
  },
};

/** From the open items, or one's own that waits: it opens at once. */
export const pick: Action = {
  id: "pick",
  label: (conversation) => (conversation.status === "waiting" ? texts.conversation.pickAgain : texts.lists.pick),
  when: (conversation, agentId) =>
    conversation.status === "open" || (conversation.status === "waiting" && conversation.listAgentId === agentId),
  run: async (desk, conversation) => {
    const max = desk.me.settings.sessionsMax;
    if (!desk.sessions.ofConversation(conversation.id) && desk.sessions.openCount() >= max) {
      desk.notices.error(texts.conversation.failed.pick, texts.sessions.full(max));
      return;
    }
    const done = await attempt(desk, texts.conversation.failed.pick, () => desk.server.pick(conversation.id));
    if (done) desk.sessions.openConversation(conversation.id, { title: conversation.customerName });
  },
};

/** Closes a session by its id: what that means for the conversation depends on whether it is in hand. */
export async function closeSession(desk: Parameters<Action["run"]>[0], sessionId: string): Promise<void> {
  const conversationId = desk.sessions.find(sessionId)?.conversationId;
  const conversation = conversationId ? desk.conversation(conversationId) : undefined;
  if (conversation) await leave.run(desk, conversation);
  else desk.sessions.close(sessionId);
}

function leaveText(conversation: Conversation): string {
  return conversation.mode === "live_chat" ? texts.conversation.leave.live_chat : texts.conversation.leave.other;
}

function forgetSession(desk: Parameters<Action["run"]>[0], conversationId: string): void {
  desk.sessions.close(sessionIdOf(conversationId));
}
