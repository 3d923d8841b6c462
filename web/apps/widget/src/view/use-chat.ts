// Draws anew when the chat changes. Knows nothing of what is drawn.

import { useEffect, useState } from "preact/hooks";
import type { Chat, ChatState } from "../chat/chat.ts";

export function useChat(chat: Chat): ChatState {
  const [state, setState] = useState(chat.state);
  useEffect(() => chat.subscribe(() => setState(chat.state)), [chat]);
  return state;
}
