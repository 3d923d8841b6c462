/** What the reader chose for this device: the theme, and whether single keys are shortcuts. Knows no screen. */
import { contrastTheme, type DeskTheme, darkTheme, lightTheme } from "@frontdesk/ui";
import { createStore } from "zustand/vanilla";

export const themeChoices = ["system", "light", "dark", "contrast"] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type ShownTheme = Exclude<ThemeChoice, "system">;

export const themes: Record<ShownTheme, { theme: DeskTheme; isDark: boolean }> = {
  light: { theme: lightTheme, isDark: false },
  dark: { theme: darkTheme, isDark: true },
  contrast: { theme: contrastTheme, isDark: true },
};

const themeKey = "frontdesk.theme";
const singleKeysKey = "frontdesk.singleKeys";

export interface Looks {
  theme: ThemeChoice;
  singleKeys: boolean;
}

export const looks = createStore<Looks>(() => ({
  theme: themeChoices.find((choice) => choice === kept(themeKey)) ?? "system",
  singleKeys: kept(singleKeysKey) !== "off",
}));

export function chooseTheme(theme: ThemeChoice): void {
  looks.setState({ theme });
  keep(themeKey, theme);
}

export function hearSingleKeys(singleKeys: boolean): void {
  looks.setState({ singleKeys });
  keep(singleKeysKey, singleKeys ? "on" : "off");
}

export function shownTheme(choice: ThemeChoice, wants: { dark: boolean; contrast: boolean }): ShownTheme {
  if (choice !== "system") return choice;
  if (wants.contrast) return "contrast";
  return wants.dark ? "dark" : "light";
}

function kept(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    globalThis.localStorage.setItem(key, value);
  } catch {
    // Storage that is switched off keeps nothing: the choice lasts as long as the page.
  }
}
