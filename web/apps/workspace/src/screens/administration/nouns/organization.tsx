/** The organisation: what holds for everybody, what supervisors may do, and every clock. */
import type { Organization } from "@frontdesk/api";
import { words } from "../../../texts/administration";
import { durationInput } from "../kit/Duration";
import { LinesInput, numberInput, Text, TimeZone, Toggle } from "../kit/inputs";
import { type FieldSpec, field, type Noun } from "../kit/noun";

const { organization: own } = words;
const Whole = numberInput({ min: 1 });
const Always = durationInput();
const OrNever = durationInput({ never: words.form.never, usual: 86_400_000 });

type Timer = keyof Organization["settings"]["timers"];
/** Those that may be switched off. */
const closing: ReadonlySet<Timer> = new Set<Timer>([
  "liveChatOpenCloseMs",
  "liveChatActiveCloseMs",
  "liveChatWrapUpCloseMs",
  "asynchronousOpenCloseMs",
  "asynchronousActiveCloseMs",
  "asynchronousWrapUpCloseMs",
]);

const settings = (name: string) => `settings.${name}`;
const timers: FieldSpec[] = (Object.keys(own.timers) as Timer[]).map((name) =>
  field<number | null>(settings(`timers.${name}`), own.timers[name], closing.has(name) ? OrNever : Always, null),
);
const rights: FieldSpec[] = (["monitor", "assign", "transfer", "forceClose"] as const).map((name) =>
  field<boolean>(settings(`supervisors.${name}`), own.rights[name], Toggle, true),
);

export const organization: Noun<Organization> = {
  path: "organization",
  words: own,
  single: true,
  columns: [],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field(settings("timeZone"), own.timeZone, TimeZone, "UTC", { required: true }),
        field(settings("sessionsMax"), own.sessionsMax, Whole, 10, { required: true }),
        field(settings("messageCharactersMax"), own.charactersMax, Whole, 6000, { required: true }),
        field(settings("framedOrigins"), own.framedOrigins, LinesInput, []),
      ],
    },
    {
      title: own.routing,
      fields: [
        field(settings("declinesAllowed"), own.declinesAllowed, numberInput({ min: 1, max: 5 }), 3, { required: true }),
        field(settings("decliningAgentsMax"), own.decliningAgentsMax, Whole, 100, { required: true }),
        field<boolean>(settings("inactiveAfterMissedOffer"), own.inactiveAfterMissed, Toggle, true),
        field<boolean>(settings("doNotDisturbAfterReject"), own.dndAfterReject, Toggle, false),
        field<boolean>(settings("agentsEditSkills"), own.agentsEditSkills, Toggle, false),
      ],
    },
    { title: own.supervisors, lead: own.supervisorsLead, fields: rights },
    { title: own.clocks, lead: own.clocksLead, fields: timers },
  ],
};
