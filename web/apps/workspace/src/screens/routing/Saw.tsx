/** The values that rules tested, by the names that rules give them. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { SeenValue } from "@frontdesk/api";
import { texts } from "../../texts";
import { Pairs } from "./parts";

const useStyles = makeStyles({
  title: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

export function Saw({ saw }: { saw: readonly SeenValue[] }) {
  const styles = useStyles();
  if (saw.length === 0) return null;
  return (
    <>
      <h4 className={styles.title}>{texts.routing.classified.saw}</h4>
      <Pairs pairs={saw.map(({ name, value }) => [name, value || texts.routing.classified.nothing])} />
    </>
  );
}
