/** The theme that the system asks for, and the page's own ground. */
import { FluentProvider } from "@fluentui/react-components";
import { darkTheme, lightTheme, useMediaQuery } from "@frontdesk/ui";
import { type ReactNode, useEffect } from "react";
import { texts } from "../texts";

export function Themed(props: { children: ReactNode }) {
  const dark = useMediaQuery("(prefers-color-scheme: dark)");
  const theme = dark ? darkTheme : lightTheme;
  useEffect(() => {
    document.documentElement.lang = texts.locale;
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    document.body.style.backgroundColor = theme.colorNeutralBackground2;
  }, [dark, theme]);
  return <FluentProvider theme={theme}>{props.children}</FluentProvider>;
}
