/** For supervisors: every conversation that is going on. */
import { makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { texts } from "../../texts";
import { ConversationList } from "../inbox/ConversationList";

const useStyles = makeStyles({
  title: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    margin: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export function Ongoing() {
  const styles = useStyles();
  return (
    <>
      <Subtitle2 as="h2" className={styles.title}>
        {texts.lists.ongoing}
      </Subtitle2>
      <ConversationList view="ongoing" />
    </>
  );
}
