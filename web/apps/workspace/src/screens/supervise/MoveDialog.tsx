/** A supervisor's transfer: to agents of the conversation's own queue, or to another queue. */
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../../app/context";
import { queueQuery } from "../../app/queries";
import { type Conversation, canBeReached, type To } from "../../model";
import { texts } from "../../texts";
import { ToWhomDialog } from "../people/ToWhomDialog";

interface Props {
  title: string;
  /** None where several are moved: then the server says of each what stands against it. */
  of?: Conversation;
  onSubmit: (to: To) => Promise<boolean>;
  onClose: () => void;
}

export function MoveDialog({ title, of: moved, onSubmit, onClose }: Props) {
  const { data: queues } = useQuery(queueQuery(useDesk()));
  const members = queues?.find((queue) => queue.id === moved?.queueId)?.members;
  const words = texts.supervision.transferring;
  return (
    <ToWhomDialog
      title={title}
      lead={words.lead}
      to={texts.supervision.to}
      submit={texts.transfer.submit}
      showsAgent={({ agent }) => !moved || (members?.includes(agent.id) ?? false)}
      agentObstacle={(item, presence) => {
        if (item.agent.id === moved?.activeAgentId) return words.here;
        return canBeReached(item) ? undefined : words.unavailable(presence);
      }}
      queueObstacle={() => (moved?.status === "waiting" ? words.waits : undefined)}
      emptyQueue={texts.transfer.nobody}
      onSubmit={onSubmit}
      onClose={onClose}
    />
  );
}
