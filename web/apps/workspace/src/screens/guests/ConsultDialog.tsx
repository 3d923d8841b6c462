/** Asking a colleague, or whoever of a queue has most room, for advice. */
import { useQuery } from "@tanstack/react-query";
import { consult } from "../../actions/guests";
import { useDesk } from "../../app/context";
import { detailQuery } from "../../app/queries";
import { guestOf } from "../../guests/guests";
import { type Conversation, canBeReached } from "../../model";
import { texts } from "../../texts";
import { ToWhomDialog } from "../people/ToWhomDialog";

interface Props {
  conversation: Conversation;
  /** To a queue rather than to a colleague. */
  queues?: boolean;
  onClose: () => void;
}

export default function ConsultDialog(props: Props) {
  const desk = useDesk();
  const { conversation, onClose } = props;
  const { data: detail } = useQuery(detailQuery(desk, conversation.id));
  const words = texts.guests.consult;
  return (
    <ToWhomDialog
      queuesFirst={props.queues ?? false}
      title={words.title}
      lead={words.lead}
      to={words.to}
      submit={words.submit}
      showsAgent={({ agent }) => !detail || !guestOf(detail, agent.id)}
      agentObstacle={(item, presence) => (canBeReached(item) ? undefined : words.unavailable(presence))}
      queueObstacle={(queue) => (queue.members.length > 0 ? undefined : words.nobody)}
      onSubmit={(to) => consult(desk, conversation, to)}
      onClose={onClose}
    />
  );
}
