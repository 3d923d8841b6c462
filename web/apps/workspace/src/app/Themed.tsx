/** The theme that the system asks for, and the page's own ground. */
import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { darkTheme, lightTheme, useMediaQuery } from "@frontdesk/ui";
import { type ReactNode, useEffect } from "react";
import { texts } from "../texts";

const useStyles = makeStyles({ page: { height: "100%", background: "transparent" } });

export function Themed(props: { children: ReactNode }) {
  const dark = useMediaQuery("(prefers-color-scheme: dark)");
  const styles = useStyles();
  const theme = dark ? darkTheme : lightTheme;
  useEffect(() => {
    document.documentElement.lang = texts.locale;
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    document.body.style.backgroundColor = theme.colorNeutralBackground2;
  }, [dark, theme]);
  return (
    <FluentProvider theme={theme} className={styles.page}>
      {props.children}
    </FluentProvider>
  );
}
