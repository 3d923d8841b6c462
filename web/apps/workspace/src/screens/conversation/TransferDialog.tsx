/** Handing a conversation to a colleague or to a queue. */
import { attempt } from "../../actions/action";
import { useDesk } from "../../app/context";
import { type Conversation, canBeReached, type To } from "../../model";
import { sessionIdOf } from "../../sessions/store";
import { texts } from "../../texts";
import { ToWhomDialog } from "../people/ToWhomDialog";

interface Props {
  conversation: Conversation;
  /** To a queue rather than to a colleague. */
  queues?: boolean;
  onClose: () => void;
}

export default function TransferDialog(props: Props) {
  const desk = useDesk();
  const { conversation, onClose } = props;
  async function transfer(to: To): Promise<boolean> {
    const { failed } = texts.conversation;
    const done = await attempt(desk, failed.transfer, () => desk.server.transfer(conversation.id, to));
    if (done) desk.sessions.close(sessionIdOf(conversation.id));
    return done;
  }
  return (
    <ToWhomDialog
      queuesFirst={props.queues ?? false}
      title={texts.transfer.title}
      to={texts.transfer.to}
      submit={texts.transfer.submit}
      agentObstacle={(item, presence) => (canBeReached(item) ? undefined : texts.transfer.unavailable(presence))}
      emptyQueue={texts.transfer.nobody}
      onSubmit={transfer}
      onClose={onClose}
    />
  );
}
