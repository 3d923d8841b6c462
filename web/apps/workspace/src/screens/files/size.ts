/** How large a file is, as people say it. */
import { locale } from "../../texts/language";

const units = ["B", "kB", "MB", "GB"] as const;

export function sizeText(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  const digits = unit > 1 && amount < 10 ? 1 : 0;
  return `${amount.toLocaleString(locale, { maximumFractionDigits: digits })} ${units[unit]}`;
}
