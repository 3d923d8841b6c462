/** Why there is nothing to write, or what is left to do, with the button that does it. Silent while in conversation. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { finish, pick } from "../../actions/conversation";
import { useDesk } from "../../app/context";
import { agentQuery } from "../../app/queries";
import { type Conversation, isInHand, isOffered, isWrappingUp } from "../../model";
import { texts } from "../../texts";
import { askWhy } from "../routing/why";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: { flexGrow: 1, flexBasis: "200px", color: tokens.colorNeutralForeground2 },
});

export function StateBar(props: { conversation: Conversation }) {
  const styles = useStyles();
  const desk = useDesk();
  const { conversation } = props;
  const { data: agents } = useQuery(agentQuery(desk));
  if (isInHand(conversation, desk.me.id)) return null;
  const wrappingUp = isWrappingUp(conversation, desk.me.id);
  const action = wrappingUp ? finish : pick.when(conversation, desk.me.id) ? pick : undefined;
  const agentName = agents?.find((item) => item.agent.id === conversation.listAgentId)?.agent.name;
  return (
    <div className={styles.bar} role="status">
      <Text className={styles.text}>
        {wrappingUp ? texts.conversation.wrapUp : reason(conversation, desk.me.id, agentName)}
      </Text>
      {conversation.status === "open" ? (
        <Button onClick={() => askWhy(conversation.id)}>{texts.routing.whyWaiting}</Button>
      ) : null}
      {action ? (
        <Button appearance="primary" onClick={() => void action.run(desk, conversation)}>
          {action.label(conversation)}
        </Button>
      ) : null}
    </div>
  );
}

function reason(conversation: Conversation, agentId: string, agentName: string | undefined): string {
  const own = conversation.listAgentId === agentId;
  if (conversation.status === "closed") return texts.conversation.readOnly.closed;
  if (conversation.status === "open") return texts.conversation.readOnly.open;
  if (isOffered(conversation) && own) return texts.conversation.readOnly.offered;
  if (conversation.status === "waiting" && own) return texts.conversation.readOnly.waiting;
  return agentName ? texts.conversation.readOnly.others(agentName) : texts.conversation.readOnly.unassigned;
}
