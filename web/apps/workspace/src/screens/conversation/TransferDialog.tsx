/** Handing a conversation to a colleague or to a queue. */
import { attempt } from "../../actions/action";
import { useDesk } from "../../app/context";
import { type Conversation, canBeReached, type To } from "../../model";
import { sessionIdOf } from "../../sessions/store";
import { texts } from "../../texts";
import { ToWhomDialog } from "../people/ToWhomDialog";

export default function TransferDialog(props: { conversation: Conversation; onClose: () => void }) {
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
