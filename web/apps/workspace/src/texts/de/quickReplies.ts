/** The German texts of quick replies and of what else `/` does. Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

export const quickReplies: Texts["quickReplies"] = {
  open: "Schnellantworten (/)",
  label: "Schnellantworten",
  found: (count) => plural(count, { one: "# Schnellantwort", other: "# Schnellantworten" }),
  none: "Noch keine Schnellantworten",
  nothing: "Keine Schnellantwort mit diesen Wörtern",
  more: (count) => plural(count, { other: "# weitere: tippen Sie weiter" }),
  failed: "Die Schnellantworten konnten nicht geladen werden.",
  keys: (tag) => `Enter fügt ein · Esc schließt · ${tag} grenzt ein`,
  orders: {
    consult: "Einen Kollegen um Rat fragen",
    consultQueue: "Eine Warteschlange um Rat fragen",
    transfer: "An einen Kollegen übergeben",
    transferQueue: "An eine Warteschlange übergeben",
  },
  personal: "Eigene",
  own: {
    manage: "Eigene Schnellantworten…",
    title: "Eigene Schnellantworten",
    lead: "Niemand sonst sieht sie.",
    none: "Sie haben noch keine.",
    add: "Neue Schnellantwort",
    addTitle: "Neue Schnellantwort",
    editTitle: "Schnellantwort ändern",
    edit: "Ändern",
    editNamed: (title) => `Ändern: ${title}`,
    remove: "Löschen",
    removeNamed: (title) => `Löschen: ${title}`,
    fields: { title: "Titel", text: "Wortlaut", tags: "Schlagwörter", locale: "Sprache" },
    tagsHint: "Einzelne Wörter, durch Leerzeichen getrennt",
    textHint: "{FirstName{Customer}}, {FullName{Agent}} und {OCContext.name} werden ausgefüllt",
    missing: { title: "Eine Schnellantwort hat einen Titel.", text: "Eine Schnellantwort hat einen Wortlaut." },
    save: "Speichern",
    saveFailed: "Die Schnellantwort konnte nicht gespeichert werden.",
    removeFailed: "Die Schnellantwort konnte nicht gelöscht werden.",
    failed: "Ihre Schnellantworten konnten nicht geladen werden.",
  },
};
