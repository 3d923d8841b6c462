/** One thin bar when the connection is lost: what still works. Absent while all is well. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { CloudOffRegular } from "@fluentui/react-icons";
import { own } from "@frontdesk/ui";
import { useEffect, useState } from "react";
import { useDesk, useSelected } from "../../app/context";
import { texts } from "../../texts";

/** A connection that is back before this was not worth a word. */
const worthAWordMs = 2_000;

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `2px ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "center",
    backgroundColor: own.noteBackground,
    color: own.noteForeground,
  },
});

export function ConnectionBar() {
  const styles = useStyles();
  const desk = useDesk();
  const lost = useSelected(desk.fleeting.store, (state) => state.connection === "lost");
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), worthAWordMs);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div role="status">
      {shown ? (
        <div className={styles.bar}>
          <CloudOffRegular aria-hidden />
          {texts.connection.lost}
        </div>
      ) : null}
    </div>
  );
}
