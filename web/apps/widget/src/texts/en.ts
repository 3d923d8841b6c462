// What the widget says, in English. Every other language has the same members.

import type { SystemMessage } from "@frontdesk/api";
import type { Delivery } from "../chat/transcript.ts";

export const en = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  launcher: "Open chat",
  launcherUnread: (count: number) => `Open chat, ${count} unread ${count === 1 ? "message" : "messages"}`,
  close: "Close chat",
  log: "Messages",
  input: "Your message",
  placeholder: "Write a message…",
  send: "Send",
  retry: "Send again",
  end: "End chat",
  endQuestion: "End this chat?",
  more: "More",
  mute: "Turn sound off",
  unmute: "Turn sound on",
  popOut: "Open in its own window",
  download: "Save the conversation",
  startChat: "Start chat",
  optional: (question: string) => `${question} (optional)`,
  readMore: "Read more",
  closed: (opensAt: string | undefined) =>
    opensAt ? `We are closed now. You can chat with us again from ${opensAt}.` : "We are closed now.",
  survey: "Tell us how it was",
  invitation: "Invitation to chat",
  invite: "Hi! Have any questions? I'm here to help.",
  chatNow: "Chat now",
  dismiss: "No, thank you",
  endYes: "End chat",
  endNo: "Keep chatting",
  startAnew: "Start a new chat",
  over: "This chat has ended.",
  you: "You",
  waiting: "Someone will be with you shortly.",
  /** Either may be untold. */
  inLine: (position: number | null, minutes: number | null) => {
    const wait = `about ${minutes} ${minutes === 1 ? "minute" : "minutes"} to go.`;
    if (position === null)
      return minutes ? `Someone will be with you shortly: ${wait}` : "Someone will be with you shortly.";
    const place = position === 1 ? "You are next" : `You are number ${position} in line`;
    return minutes ? `${place}, ${wait}` : `${place}.`;
  },
  withAgent: (name: string) => `You are chatting with ${name}.`,
  typing: (name: string) => `${name} is typing…`,
  offline: "No connection. What you write is sent as soon as it is back.",
  newMessages: "New messages",
  tooLong: (count: number, limit: number) => `${count} of ${limit} characters: please shorten it.`,
  notices: {
    unavailable: "Chat is not available right now. Please try again later.",
    expired: "Your earlier chat can no longer be opened from here.",
    start_failed: "The chat could not be started. Please try again.",
    end_failed: "The chat could not be ended. Please try again.",
  },
  deliveries: {
    queued: "Sending",
    sent: "Sent",
    delivered: "Delivered",
    read: "Read",
    failed: "Not sent",
  } satisfies Record<Delivery, string>,
  events: {
    agent_accepted: (name: string) => (name ? `${name} has joined the chat.` : "An agent has joined the chat."),
    agent_ended: (name: string) => (name ? `${name} has ended the chat.` : "The agent has ended the chat."),
    agent_disconnected: () => "The agent has lost the connection. We are finding someone else for you.",
    customer_ended: () => "You have ended the chat.",
    customer_disconnected: () => "You were disconnected.",
    transfer_to_queue: () => "You are being transferred to another team.",
    transfer_to_agent: (name: string) =>
      name ? `You are being transferred to ${name}.` : "You are being transferred to a colleague.",
    session_closed: () => "Your conversation goes back to the queue. Someone will be with you shortly.",
    conversation_closed: () => "The conversation is closed.",
    agent_joined: () => "Another colleague has joined the chat.",
    agent_left: () => "A colleague has left the chat.",
  } satisfies Record<Exclude<SystemMessage, `consult_${string}`>, (name: string) => string>,
};

export type Texts = typeof en;
