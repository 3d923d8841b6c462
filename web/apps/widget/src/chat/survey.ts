// What the widget asks before a chat, and whether it may be left out. Knows nothing of forms.

import type { WidgetConfig } from "@frontdesk/api";
import type { ChatState } from "./chat.ts";

export type Question = WidgetConfig["preChat"][number];

/** The questions that stand between the visitor and the first message. */
export function questionsFor({ config, phase, entries }: ChatState, isSkipped = false): Question[] {
  const questions = config?.preChat ?? [];
  if (phase !== "new" || entries.length > 0) return [];
  // The server insists on what is required, whoever asks to skip it.
  return isSkipped && !questions.some(({ required }) => required) ? [] : questions;
}

/** Nobody is there, and nothing has begun. */
export function isClosed({ config, phase }: ChatState): boolean {
  return phase === "new" && config?.hours?.isOpen === false;
}
