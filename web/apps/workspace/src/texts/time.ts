/** Points in time and spans as words. The present is told, never asked. */
import { texts } from "./index";
import { locale } from "./language";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Short, for rows: `now`, `4 min`, `2 h`, `3 d`. */
export function shortSpan(milliseconds: number): string {
  if (milliseconds < minuteMs) return texts.time.now;
  if (milliseconds < hourMs) return texts.time.minutes(Math.floor(milliseconds / minuteMs));
  if (milliseconds < dayMs) return texts.time.hours(Math.floor(milliseconds / hourMs));
  return texts.time.days(Math.floor(milliseconds / dayMs));
}

/** The same in full words, for tooltips and screen readers. */
export function spokenSpan(milliseconds: number): string {
  if (milliseconds < minuteMs) return texts.time.lessThanAMinute;
  if (milliseconds < hourMs) return texts.time.spokenMinutes(Math.floor(milliseconds / minuteMs));
  if (milliseconds < dayMs) return texts.time.spokenHours(Math.floor(milliseconds / hourMs));
  return texts.time.spokenDays(Math.floor(milliseconds / dayMs));
}

const timeFormat = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const dayWithYearFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
const fullFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
const shortDateFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });

export const timeOfDay = (at: string) => timeFormat.format(new Date(at));
export const fullTime = (at: string) => fullFormat.format(new Date(at));

/** A key that is the same for two times on the same local day. */
export const dayKey = (at: string) => new Date(at).toDateString();

export function dayName(at: string, nowMs: number): string {
  const day = new Date(at);
  if (day.toDateString() === new Date(nowMs).toDateString()) return texts.conversation.today;
  if (day.toDateString() === new Date(nowMs - dayMs).toDateString()) return texts.conversation.yesterday;
  return day.getFullYear() === new Date(nowMs).getFullYear() ? dayFormat.format(day) : dayWithYearFormat.format(day);
}

/** Today's times as time, older ones as date. */
export function timeOrDate(at: string, nowMs: number): string {
  const day = new Date(at);
  return day.toDateString() === new Date(nowMs).toDateString() ? timeFormat.format(day) : shortDateFormat.format(day);
}
