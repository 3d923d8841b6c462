/** What an action on a conversation is: a value that buttons, menus and shortcuts all read. */
import type { Desk } from "../app/desk";
import { problemText } from "../app/problems";
import type { Conversation } from "../model";

export interface Action {
  id: string;
  label: (conversation: Conversation) => string;
  /** What it will do, for a tooltip. */
  hint?: (conversation: Conversation) => string;
  /** Whether it is offered to this agent for this conversation. */
  when: (conversation: Conversation, agentId: string) => boolean;
  run: (desk: Desk, conversation: Conversation) => Promise<void>;
}

/** Does it; a failure becomes a notice that says what did not happen. Answers whether it was done. */
export async function attempt(desk: Desk, failure: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    desk.notices.error(failure, problemText(error));
    return false;
  }
}
