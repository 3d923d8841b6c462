/** What the server found wrong with a form, sorted to the fields that it names. Pure. */
import { ProblemError } from "@frontdesk/api";

export interface Fault {
  /** As it is spelt in the request: `overflowBefore[0].action.queueId`. */
  field: string;
  detail: string;
}

export function faultsOf(error: unknown): Fault[] {
  if (!(error instanceof ProblemError)) return [];
  return error.fields
    .filter(({ field }) => field !== "")
    .map(({ field, detail }) => ({ field, detail: sentence(detail) }));
}

/** Somebody else has changed or deleted it since it was loaded. */
export function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 412 || error.code === "version_conflict");
}

export function isWithin(place: string, field: string): boolean {
  return field === place || field.startsWith(`${place}.`) || field.startsWith(`${place}[`);
}

/** Faults at a place or inside it. */
export function faultsWithin(faults: readonly Fault[], place: string): Fault[] {
  return faults.filter(({ field }) => isWithin(place, field));
}

/** What is said beside the control at exactly this place. */
export function faultAt(faults: readonly Fault[], place: string): string | undefined {
  return faults.find(({ field }) => field === place)?.detail;
}

/** What no control of the form stands for. */
export function unplaced(faults: readonly Fault[], places: readonly string[]): Fault[] {
  return faults.filter(({ field }) => !places.some((place) => isWithin(place, field)));
}

function sentence(detail: string): string {
  const text = detail.charAt(0).toLocaleUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
