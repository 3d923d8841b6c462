/** The German texts of "Why is this waiting?" and "Why you?". Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

/** `1 ist abwesend`, `3 sind abwesend`. */
const agents = (one: string, other: string) => (count: number) =>
  plural(count, { one: `# ${one}`, other: `# ${other}` });

export const routing: Texts["routing"] = {
  whyWaiting: "Warum wartet das?",
  whyYou: "Warum Sie?",
  whyAgent: (name) => `Warum ${name}?`,
  how: "Wie es verteilt wurde",
  open: "Warum?",
  openNamed: (name) => `Warum wartet ${name}?`,
  loadFailed: "Die Gründe konnten nicht geladen werden.",
  footnote: "Zu jedem Agenten ist nur das erste Hindernis genannt.",
  gone: {
    agent: "ein ausgeschiedener Agent",
    queue: "eine gelöschte Warteschlange",
    skill: "eine gelöschte Qualifikation",
    profile: "ein gelöschtes Kapazitätsprofil",
  },
  you: "Sie",

  waiting: {
    nobody: "Niemand kann sie jetzt übernehmen.",
    nobodyServes: (queue) => `Niemand bedient ${queue}.`,
    soon: (count) =>
      plural(count, {
        one: "# Agent kann sie übernehmen; sie wird angeboten, sobald sie an der Reihe ist.",
        other: "# Agenten können sie übernehmen; sie wird angeboten, sobald sie an der Reihe ist.",
      }),
    picked: "Sie wartet, bis jemand sie nimmt: Sie wird niemandem von selbst angeboten.",
    because: (reasons) => `${reasons}.`,
    next: (queue) => `Als Nächstes in ${queue}`,
    position: (position, queue) => plural(position, { other: `Nummer # in ${queue}` }),
    since: (span) => `wartet ${span}`,
  },

  reason: {
    deactivated: agents("arbeitet nicht mehr hier", "arbeiten nicht mehr hier"),
    not_connected: agents("ist nicht angemeldet", "sind nicht angemeldet"),
    presence: agents(
      "ist in keiner Präsenz, die diese Arbeit annimmt",
      "sind in keiner Präsenz, die diese Arbeit annimmt",
    ),
    hours: agents("ist außerhalb der Arbeitszeit", "sind außerhalb der Arbeitszeit"),
    skill: (count, skills) => plural(count, { one: `# fehlt ${skills}`, other: `# fehlt ${skills}` }),
    condition: agents("passt nicht zu den Zuweisungsregeln", "passen nicht zu den Zuweisungsregeln"),
    units: agents("ist ausgelastet", "sind ausgelastet"),
    no_profile: (count, profiles) =>
      plural(count, { one: `# hat ${profiles} nicht`, other: `# haben ${profiles} nicht` }),
    profile_full: (count, profiles) =>
      plural(count, {
        one: `# hat in ${profiles} keinen Platz mehr`,
        other: `# haben in ${profiles} keinen Platz mehr`,
      }),
    blocked: agents(
      "ist durch ein volles Kapazitätsprofil gesperrt",
      "sind durch ein volles Kapazitätsprofil gesperrt",
    ),
    declined: agents("hat sie zu oft abgelehnt", "haben sie zu oft abgelehnt"),
    declined_recently: agents("hat sie gerade abgelehnt", "haben sie gerade abgelehnt"),
  },
  inPresence: {
    available: agents(
      "ist in keiner Präsenz, die diese Arbeit annimmt",
      "sind in keiner Präsenz, die diese Arbeit annimmt",
    ),
    busy: agents("ist beschäftigt", "sind beschäftigt"),
    do_not_disturb: agents("möchte nicht gestört werden", "möchten nicht gestört werden"),
    away: agents("ist abwesend", "sind abwesend"),
    offline: agents("ist offline", "sind offline"),
    inactive: agents("ist inaktiv", "sind inaktiv"),
  },
  skillNeeded: (skill, proficiency) => plural(proficiency, { other: `${skill} (# nötig)` }),
  aRequiredSkill: "eine verlangte Qualifikation",
  theProfile: "das nötige Kapazitätsprofil",

  change: {
    title: "Was sich ändern müsste",
    oneOf: (count) => plural(count, { one: "# Agent", other: "einer von # Agenten" }),
    not_connected: (who) => `${who} meldet sich an.`,
    presence: (who) => `${who} wird verfügbar.`,
    hours: (who) => `Für ${who} beginnt die Arbeitszeit.`,
    skill: (skills) =>
      `Jemand mit ${skills} kommt in die Warteschlange, oder ein Agent dort erwirbt diese Qualifikation.`,
    condition: "Ein Agent passt zu den Zuweisungsregeln der Warteschlange, oder die Regeln verlangen weniger.",
    units: (who, units) =>
      plural(units, { one: `${who} hat wieder # Einheit frei.`, other: `${who} hat wieder # Einheiten frei.` }),
    no_profile: (profiles) => `Ein Agent der Warteschlange erhält ${profiles}.`,
    profile_full: (who, profiles) => `${who} hat in ${profiles} wieder Platz.`,
    blocked: (who) => `${who} ist nicht mehr durch ein volles Kapazitätsprofil gesperrt.`,
    declined: "Jemand nimmt sie, oder ein Supervisor weist sie zu: Wer abgelehnt hat, wird nicht mehr gefragt.",
    declined_recently: "Etwas Zeit: Sie wird denen, die abgelehnt haben, wieder angeboten.",
    members: "Ein Agent kommt in die Warteschlange.",
    pick: "Jemand nimmt sie, oder ein Supervisor weist sie zu.",
    loosens: (rule, span) => `Nach ${span} Wartezeit darf die Regel „${rule}“ anders wählen.`,
    overflows: (queue, span) => `Nach ${span} Wartezeit geht sie weiter an ${queue}.`,
    ends: (span) => `Nach ${span} Wartezeit wird sie beendet.`,
  },

  assigned: {
    first_in_order: {
      highest_capacity: (who) => `Unter allen, die sie übernehmen konnten: ${who}, mit der meisten freien Kapazität.`,
      advanced_round_robin: (who) => `Am längsten nicht an der Reihe: ${who}.`,
      least_active: (who) => `Am längsten frei: ${who}.`,
      custom: (who) => `Zuerst in der Reihenfolge der Zuweisungsregeln: ${who}.`,
    },
    byRule: (who, rule) => `Zuerst nach der Regel „${rule}“: ${who}.`,
    nearest_in_skills: (who) => `Am nächsten an den verlangten Qualifikationen: ${who}.`,
    affinity: (who) => `Schon zuvor zuständig: ${who}.`,
    preferred: (who) => `Zuerst unter den bevorzugten Agenten: ${who}.`,
    onlyOne: "Sonst konnte sie niemand übernehmen.",
    others: (count) =>
      plural(count, {
        one: "# anderer hätte sie übernehmen können.",
        other: "# andere hätten sie übernehmen können.",
      }),
    byHand:
      "Hier hat die Verteilung nicht gewählt: Die Unterhaltung wurde von Hand genommen, übergeben oder zugewiesen.",
    handed: {
      AgentPick: { you: "Sie haben sie selbst genommen.", other: (who) => `${who} hat sie genommen.` },
      AgentTransfer: {
        you: "Ein Kollege hat sie Ihnen übergeben.",
        other: (who) => `Sie wurde an ${who} übergeben.`,
      },
      SupervisorAssign: {
        you: "Ein Supervisor hat sie Ihnen zugewiesen.",
        other: (who) => `Ein Supervisor hat sie ${who} zugewiesen.`,
      },
      SupervisorTransferToAgent: {
        you: "Ein Supervisor hat sie Ihnen übergeben.",
        other: (who) => `Ein Supervisor hat sie an ${who} übergeben.`,
      },
    },
    notRouted: "Hier hat die Verteilung nicht gewählt.",
    waited: (span) => `nach ${span} Wartezeit`,
  },

  considered: {
    title: "Wer in Betracht kam",
    eligible: (count) => plural(count, { one: "# könnte sie übernehmen", other: "# könnten sie übernehmen" }),
    pickers: {
      title: "Wer sie nehmen könnte",
      eligible: (count) => plural(count, { one: "# ist dafür frei", other: "# sind dafür frei" }),
      footnote: "Jedes Mitglied der Warteschlange darf sie nehmen, was immer hier im Weg steht.",
    },
    unlisted: (count) =>
      plural(count, {
        one: "# weiteres Mitglied ist nicht aufgeführt",
        other: "# weitere Mitglieder sind nicht aufgeführt",
      }),
    names: "Namen",
  },
  demand: {
    title: "Was sie verlangt",
    priority: "Priorität",
    units: "Kapazität",
    unitCount: (count) => plural(count, { one: "# Einheit", other: "# Einheiten" }),
    skills: "Qualifikationen",
    profiles: "Kapazitätsprofile",
  },
  classified: {
    title: "Wie sie eingestuft wurde",
    none: "Es wurden keine Einstufungsregeln befragt.",
    fired: (rule, ruleset) => `„${rule}“ aus „${ruleset}“ traf zu.`,
    noneHeld: (ruleset) => `Keine Regel aus „${ruleset}“ traf zu.`,
    saw: "Was die Regeln sahen",
    nothing: "nichts",
  },
  queued: {
    title: "Warum diese Warteschlange",
    rule: (rule, ruleset, queue) => `Die Regel „${rule}“ aus „${ruleset}“ wählte ${queue}.`,
    draw: (draw) =>
      plural(draw, { other: "Die Regel verteilt ihre Arbeit auf Warteschlangen; gezogen wurde # (von 0 bis 99)." }),
    classification: (queue) => `Die Einstufung nannte ${queue}.`,
    named: (queue) => `Wer die Unterhaltung begann, nannte ${queue}.`,
    fallback: (queue) => `Keine Regel traf zu, also ging sie an ${queue}.`,
    opensFirst: (queue) => `Alle Warteschlangen der Regel waren geschlossen oder voll; ${queue} öffnet zuerst.`,
    opensFirstAt: (queue, at) =>
      `Alle Warteschlangen der Regel waren geschlossen oder voll; ${queue} öffnet zuerst, ${at}.`,
    overflow: (from, queue) => `${from} gab sie an ${queue} weiter.`,
    transferred: (by, queue) => `Übergeben an ${queue} von: ${by}.`,
    released: (by, queue) => `Zurückgegeben an ${queue} von: ${by}.`,
    returned: (queue) => `Sie kam zurück zu ${queue}: Ihr Agent hat sie abgelehnt, verpasst oder verlassen.`,
    customer_wrote: (queue) => `Der Kunde schrieb wieder, also kam sie zurück zu ${queue}.`,
    passedOver: (queues) => `Übergangen: ${queues}.`,
    closed: (queue) => `${queue} (geschlossen)`,
    full: (queue, waiting) => plural(waiting, { other: `${queue} (voll mit # wartenden)` }),
  },
  overflowed: {
    out_of_hours: (queue) => `${queue} war geschlossen.`,
    queue_length: (queue, waiting) =>
      plural(waiting, { one: `# wartete schon in ${queue}.`, other: `# warteten schon in ${queue}.` }),
    waited: (queue, span) => `Sie hatte in ${queue} gewartet: ${span}.`,
    end_conversation: "Sie wurde beendet.",
    transfer_to_queue: (queue) => `Sie ging weiter an ${queue}.`,
    queue_anyway: "Sie wurde trotzdem eingereiht.",
  },
  history: {
    title: "Entscheidungen bisher",
    none: "Die Verteilung hat über diese Unterhaltung nichts entschieden.",
    classified: "Eingestuft",
    queued: (queue) => `An ${queue}`,
    overflowed: (queue) => `Weitergegeben von ${queue}`,
    assigned: (agent) => `An ${agent}`,
    assignedToYou: "An Sie",
    waits: (queue) => `Wartet in ${queue}`,
    eligible: (count) =>
      plural(count, {
        one: "# konnte sie übernehmen, als sie an der Reihe war.",
        other: "# konnten sie übernehmen, als sie an der Reihe war.",
      }),
  },
  segments: {
    title: "Aufenthalte in Warteschlangen",
    waited: (span) => `wartete ${span}`,
    talked: (span) => `sprach ${span}`,
    declines: (count) => plural(count, { one: "einmal abgelehnt", other: "#-mal abgelehnt" }),
    abandoned: "der Kunde ging",
    now: "jetzt hier",
    by: (agent) => `übernommen von ${agent}`,
    from: {
      direct_queue_entry: "kam herein",
      transfer_in: "hierher übergeben",
      overflow: "hierher weitergegeben",
      customer_returned: "der Kunde kam wieder",
      reopened: "wieder geöffnet",
    },
    to: {
      end_conversation: "beendet",
      transfer_out: "weiter übergeben",
      overflow_queue_transfer: "weitergegeben",
      overflow_end_conversation: "nach zu langer Wartezeit beendet",
      waiting: "zurückgestellt",
    },
  },
};
