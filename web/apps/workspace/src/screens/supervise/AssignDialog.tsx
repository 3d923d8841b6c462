/** Giving what waits to an agent or to another queue. */
import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { canBeReached, type To } from "../../model";
import { texts } from "../../texts";
import { ToWhomDialog } from "../people/ToWhomDialog";

interface Props {
  title: string;
  /** Where it waits; none where several do. */
  inQueueId?: string | null;
  onSubmit: (to: To, regardless: boolean) => Promise<boolean>;
  onClose: () => void;
}

export function AssignDialog({ title, inQueueId, onSubmit, onClose }: Props) {
  const [regardless, setRegardless] = useState(false);
  const words = texts.supervision.assigning;
  return (
    <ToWhomDialog
      title={title}
      to={texts.supervision.to}
      submit={words.submit}
      agentObstacle={(item, presence) => (regardless || canBeReached(item) ? undefined : words.unavailable(presence))}
      queueObstacle={({ id, members }) =>
        id === inQueueId ? words.here : members.length === 0 ? words.unserved : undefined
      }
      onSubmit={(to) => onSubmit(to, regardless && "agentId" in to)}
      onClose={onClose}
    >
      <Checkbox
        label={words.regardless}
        checked={regardless}
        onChange={(_, data) => setRegardless(data.checked === true)}
      />
    </ToWhomDialog>
  );
}
