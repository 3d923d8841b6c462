/** The German texts of the palette and of the keys. Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

export const commands: Texts["commands"] = {
  title: "Befehle",
  placeholder: "Befehl oder Namen eingeben",
  results: "Ergebnisse",
  found: (count) => plural(count, { one: "# Ergebnis", other: "# Ergebnisse" }),
  nothing: (text) => `Nichts passt zu „${text}“.`,
  shortcuts: "Tastenkürzel",
  singleKeys: "Kürzel aus einer Taste",
  singleKeysHint:
    "Wo sie Ihrer Tastatur oder Ihrem Bildschirmleseprogramm im Weg sind, schalten Sie sie aus. Die Befehlssuche bleibt.",
  groups: {
    conversation: "Diese Unterhaltung",
    offers: "Angebote",
    lists: "Listen",
    go: "Gehe zu",
    presence: "Präsenz",
    looks: "Darstellung und Sprache",
    help: "Hilfe",
  },
  keys: { shift: "Umschalt", control: "Strg", enter: "Enter" },
  reply: "Antwort schreiben",
  note: "Notiz schreiben",
  send: "Geschriebenes senden",
  line: "Neue Zeile beginnen",
  accept: "Angebot annehmen",
  reject: "Angebot ablehnen",
  acceptConsult: "Den fragenden Kollegen beraten",
  transfer: "Unterhaltung übergeben",
  consult: "Einen Kollegen um Rat fragen",
  end: "Unterhaltung beenden",
  finish: "Unterhaltung nach der Nachbearbeitung schließen",
  pick: "Unterhaltung mir zuweisen",
  customer: "Kunden anzeigen oder ausblenden",
  nextRow: "Nächste Zeile der Liste",
  previousRow: "Vorige Zeile der Liste",
  openRow: "Zeile öffnen",
  nextSession: "Nächste geöffnete Unterhaltung",
  previousSession: "Vorige geöffnete Unterhaltung",
  home: "Start",
  conversationWith: (name) => `Unterhaltung mit ${name}`,
  list: (name) => `Liste: ${name}`,
  presenceOf: (name) => `Präsenz: ${name}`,
  theme: (name) => `Darstellung: ${name}`,
  language: (name) => `Sprache: ${name}`,
};
