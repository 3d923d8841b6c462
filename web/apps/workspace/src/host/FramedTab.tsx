/** A page of somebody else's in a tab. It stays loaded while its tab is not shown, and loads anew when told. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { AppTab } from "../sessions/store";

const useStyles = makeStyles({
  frame: { flexGrow: 1, minHeight: 0, width: "100%", border: "none", backgroundColor: "white", colorScheme: "light" },
  gone: { display: "none" },
});

const allowed = "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals";

export function FramedTab(props: { tab: AppTab; shown: boolean }) {
  const styles = useStyles();
  const { tab, shown } = props;
  const url = tab.url ?? "about:blank";
  // Pages of our own origin could lift any sandbox round them, so it is for the others alone.
  const foreign = tab.url !== null && new URL(tab.url).origin !== globalThis.location.origin;
  return (
    <iframe
      key={tab.reloads}
      src={url}
      title={tab.title}
      className={mergeClasses(styles.frame, !shown && styles.gone)}
      {...(foreign ? { sandbox: allowed } : {})}
      referrerPolicy="strict-origin-when-cross-origin"
    />
  );
}
