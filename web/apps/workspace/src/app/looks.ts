/** How the workspace looks on this device: the theme, chosen or the system's. Knows no screen. */
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

const storageKey = "frontdesk.theme";

export const looks = createStore<{ theme: ThemeChoice }>(() => ({ theme: readChoice() }));

export function chooseTheme(theme: ThemeChoice): void {
  looks.setState({ theme });
  try {
    globalThis.localStorage.setItem(storageKey, theme);
  } catch {
    // Storage that is switched off keeps nothing: the choice lasts as long as the page.
  }
}

export function shownTheme(choice: ThemeChoice, wants: { dark: boolean; contrast: boolean }): ShownTheme {
  if (choice !== "system") return choice;
  if (wants.contrast) return "contrast";
  return wants.dark ? "dark" : "light";
}

function readChoice(): ThemeChoice {
  try {
    const kept = globalThis.localStorage?.getItem(storageKey);
    return themeChoices.find((choice) => choice === kept) ?? "system";
  } catch {
    return "system";
  }
}
