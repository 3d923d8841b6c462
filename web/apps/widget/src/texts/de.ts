// What the widget says, in German.

import type { Texts } from "./en.ts";

export const texts: Texts = {
  language: "de",
  direction: "ltr",
  launcher: "Chat öffnen",
  launcherUnread: (count) => `Chat öffnen, ${count} ungelesene ${count === 1 ? "Nachricht" : "Nachrichten"}`,
  close: "Chat schließen",
  log: "Nachrichten",
  input: "Ihre Nachricht",
  placeholder: "Nachricht schreiben …",
  send: "Senden",
  retry: "Erneut senden",
  end: "Beenden",
  endQuestion: "Diesen Chat beenden?",
  more: "Mehr",
  mute: "Ton ausschalten",
  unmute: "Ton einschalten",
  popOut: "In eigenem Fenster öffnen",
  download: "Unterhaltung speichern",
  startChat: "Chat beginnen",
  optional: (question) => `${question} (freiwillig)`,
  readMore: "Mehr dazu",
  closed: (opensAt) =>
    opensAt ? `Wir sind gerade nicht da. Ab ${opensAt} sind wir wieder für Sie im Chat.` : "Wir sind gerade nicht da.",
  survey: "Sagen Sie uns, wie es war",
  invitation: "Einladung zum Chat",
  invite: "Hallo! Haben Sie Fragen? Ich helfe gern.",
  chatNow: "Jetzt chatten",
  dismiss: "Nein, danke",
  endYes: "Chat beenden",
  endNo: "Weiter chatten",
  startAnew: "Neuen Chat beginnen",
  over: "Dieser Chat ist beendet.",
  you: "Sie",
  waiting: "Gleich ist jemand für Sie da.",
  inLine: (position, minutes) => {
    const wait = `noch etwa ${minutes} ${minutes === 1 ? "Minute" : "Minuten"}.`;
    if (position === null) return minutes ? `Gleich ist jemand für Sie da: ${wait}` : "Gleich ist jemand für Sie da.";
    const place = position === 1 ? "Sie sind als Nächstes dran" : `Sie sind Nummer ${position} in der Warteschlange`;
    return minutes ? `${place}, ${wait}` : `${place}.`;
  },
  withAgent: (name) => `Sie chatten mit ${name}.`,
  typing: (name) => `${name} schreibt …`,
  offline: "Keine Verbindung. Was Sie schreiben, wird gesendet, sobald sie wieder da ist.",
  newMessages: "Neue Nachrichten",
  tooLong: (count, limit) => `${count} von ${limit} Zeichen: Bitte kürzen Sie den Text.`,
  notices: {
    unavailable: "Der Chat ist gerade nicht erreichbar. Bitte versuchen Sie es später noch einmal.",
    expired: "Ihr früherer Chat lässt sich von hier nicht mehr öffnen.",
    start_failed: "Der Chat konnte nicht begonnen werden. Bitte versuchen Sie es noch einmal.",
    end_failed: "Der Chat konnte nicht beendet werden. Bitte versuchen Sie es noch einmal.",
  },
  deliveries: {
    queued: "Wird gesendet",
    sent: "Gesendet",
    delivered: "Zugestellt",
    read: "Gelesen",
    failed: "Nicht gesendet",
  },
  events: {
    agent_accepted: (name) => `${name || "Jemand aus unserem Team"} ist jetzt im Chat.`,
    agent_ended: (name) => `${name || "Unser Team"} hat den Chat beendet.`,
    agent_disconnected: () => "Die Verbindung zu Ihrem Gegenüber ist abgerissen. Wir suchen jemand anderen für Sie.",
    customer_ended: () => "Sie haben den Chat beendet.",
    customer_disconnected: () => "Ihre Verbindung war unterbrochen.",
    transfer_to_queue: () => "Sie werden an ein anderes Team weitergeleitet.",
    transfer_to_agent: (name) => `Sie werden an ${name || "eine andere Person"} weitergeleitet.`,
    session_closed: () => "Ihre Unterhaltung geht zurück in die Warteschlange. Gleich ist jemand für Sie da.",
    conversation_closed: () => "Die Unterhaltung ist geschlossen.",
    agent_joined: () => "Noch jemand aus unserem Team ist jetzt im Chat.",
    agent_left: () => "Jemand aus unserem Team hat den Chat verlassen.",
  },
};
