/** Who is typing. The line is always there, so that nothing moves when somebody starts. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useDesk, useSelected } from "../../app/context";
import { texts } from "../../texts";

const useStyles = makeStyles({
  line: {
    flexShrink: 0,
    height: "20px",
    padding: `0 ${tokens.spacingHorizontalL}`,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    color: tokens.colorNeutralForeground3,
  },
});

export function TypingLine(props: { conversationId: string }) {
  const styles = useStyles();
  const desk = useDesk();
  const typing = useSelected(desk.fleeting.store, (state) => state.typing[props.conversationId]);
  return <div className={styles.line}>{typing ? texts.conversation.typing(typing.name) : null}</div>;
}
