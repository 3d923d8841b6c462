/** The German texts of what supervisors do with other people's conversations. Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("de");
const conversations = (count: number) => plural(count, { one: "# Unterhaltung", other: "# Unterhaltungen" });

export const supervision: Texts["supervision"] = {
  menu: "Eingreifen",
  monitor: "Mitlesen",
  monitorHint: "Mitlesen; niemand erfährt davon",
  join: "Beitreten",
  joinHint: "Teilnehmen; Kunde und Agent erfahren davon",
  assign: "Zuweisen …",
  transfer: "Übergeben …",
  close: "Zwangsweise schließen …",
  failed: {
    monitor: "Die Unterhaltung konnte nicht mitgelesen werden.",
    join: "Sie konnten der Unterhaltung nicht beitreten.",
    assign: "Die Unterhaltung konnte nicht zugewiesen werden.",
    transfer: "Die Unterhaltung konnte nicht übergeben werden.",
    close: "Die Unterhaltung konnte nicht geschlossen werden.",
    bulk: "Es wurde nichts getan.",
  },
  to: "An",
  assigning: {
    title: "Unterhaltung zuweisen",
    submit: "Zuweisen",
    regardless: "Ungeachtet von Präsenz und Kapazität",
    unavailable: (presence) => `${presence}: nur ungeachtet der Präsenz`,
    here: "Wartet schon hier",
    unserved: "Keine Agenten",
  },
  transferring: {
    title: "Unterhaltung übergeben",
    lead: "An Agenten ihrer eigenen Warteschlange. Wer sie jetzt hat, bleibt dabei, bis der andere angenommen hat.",
    unavailable: (presence) => `${presence}: kann nichts übernehmen`,
    here: "Hat sie jetzt",
    waits: "Wartet auf ihren Kunden: nur an Agenten",
  },
  closing: {
    title: (name) => `Die Unterhaltung mit ${name} schließen?`,
    lead: "Alle Beteiligten erfahren davon. Sie kann nicht wieder geöffnet werden.",
    submit: "Schließen",
  },
  announcing: {
    messageLabel: "Nachricht an die Kunden",
    messageLead:
      "Jeder liest sie in seiner Unterhaltung, die dann auf ihn wartet. Nur offene Unterhaltungen, die warten können: keine Livechats.",
    notifyLabel: "Hinweis an die Agenten",
    notifyLead: "Wer eine der Unterhaltungen hat, erfährt davon und findet den Hinweis dort als Notiz.",
    submit: "Senden",
    left: (count) => plural(count, { other: "Noch # Zeichen" }),
  },
  notice: {
    title: (name) => `${name} teilt Ihnen mit`,
    open: (name) => `${name} öffnen`,
  },
  bulk: {
    select: "Auswählen",
    done: "Fertig",
    selectAll: (count) =>
      plural(count, { one: "Die # angezeigte Unterhaltung", other: "Alle # angezeigten Unterhaltungen" }),
    selectNamed: (name) => `Auswählen: ${name}`,
    selected: (count) => plural(count, { other: "# ausgewählt" }),
    tooMany: (max) => `Höchstens ${conversations(max)} auf einmal`,
    assign: "Zuweisen",
    transfer: "Übergeben",
    close: "Schließen",
    message: "Nachricht …",
    notify: "Hinweis …",
    messageTitle: (count) => `An ${plural(count, { other: "# Kunden" })} schreiben`,
    notifyTitle: (count) => `Hinweis an die Agenten: ${conversations(count)}`,
    assignTitle: (count) => `${conversations(count)} zuweisen`,
    transferTitle: (count) => `${conversations(count)} übergeben`,
    closeTitle: (count) => `${conversations(count)} schließen?`,
    closeSubmit: "Schließen",
    label: "Ausgewählte Unterhaltungen",
    outcome: (done, all) =>
      done === all
        ? `Erledigt: ${conversations(all)}`
        : plural(done, { other: `Erledigt: # von ${conversations(all)}` }),
    worked: "Erledigt",
    refused: "Nicht erledigt",
  },
};
