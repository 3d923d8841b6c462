/** A page of somebody else's in a tab. It stays loaded while its tab is not shown, and loads anew when told. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { AppTab } from "../sessions/store";

const useStyles = makeStyles({
  frame: { flexGrow: 1, minHeight: 0, width: "100%", border: "none", backgroundColor: "white", colorScheme: "light" },
  gone: { display: "none" },
});

export function FramedTab(props: { tab: AppTab; shown: boolean }) {
  const styles = useStyles();
  const { tab, shown } = props;
  return (
    <iframe
      key={tab.reloads}
      src={tab.url ?? "about:blank"}
      title={tab.title}
      className={mergeClasses(styles.frame, !shown && styles.gone)}
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals"
      referrerPolicy="strict-origin-when-cross-origin"
    />
  );
}
