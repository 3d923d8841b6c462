/** The theme that was chosen or that the system asks for, the reading direction, and the page's own ground. */
import { FluentProvider } from "@fluentui/react-components";
import { useMediaQuery } from "@frontdesk/ui";
import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { direction, language } from "../texts/language";
import { looks, shownTheme, themes } from "./looks";

export function Themed(props: { children: ReactNode }) {
  const choice = useStore(looks, (state) => state.theme);
  const dark = useMediaQuery("(prefers-color-scheme: dark)");
  const contrast = useMediaQuery("(prefers-contrast: more)");
  const { theme, isDark } = themes[shownTheme(choice, { dark, contrast })];
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
    document.body.style.backgroundColor = theme.colorNeutralBackground2;
  }, [isDark, theme]);
  return (
    <FluentProvider theme={theme} dir={direction}>
      {props.children}
    </FluentProvider>
  );
}
