/** What a supervisor can do with a conversation of somebody else. Not there where nothing can be done. */
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { EyeRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { attempt } from "../../actions/action";
import { useDesk } from "../../app/context";
import { detailQuery } from "../../app/queries";
import { guestOf } from "../../guests/guests";
import { actsOn, type SupervisorAct, useRights } from "../../guests/rights";
import type { Conversation } from "../../model";
import { texts } from "../../texts";
import { AssignDialog } from "./AssignDialog";
import { CloseDialog } from "./CloseDialog";
import { MoveDialog } from "./MoveDialog";

const hints: Partial<Record<SupervisorAct, string>> = {
  monitor: texts.supervision.monitorHint,
  join: texts.supervision.joinHint,
};

export function SuperviseMenu({ conversation }: { conversation: Conversation }) {
  const desk = useDesk();
  const rights = useRights();
  const { data: detail } = useQuery(detailQuery(desk, conversation.id));
  const [deciding, setDeciding] = useState<SupervisorAct | null>(null);
  const acts = actsOn(conversation, rights, desk.me.id, detail && guestOf(detail, desk.me.id));
  const { id } = conversation;
  const { failed, ...words } = texts.supervision;
  const close = () => setDeciding(null);

  function start(act: SupervisorAct) {
    if (act === "monitor") void attempt(desk, failed.monitor, () => desk.server.monitor(id));
    else if (act === "join") void attempt(desk, failed.join, () => desk.server.join(id));
    else setDeciding(act);
  }

  return (
    <>
      {acts.length > 0 ? (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <MenuButton icon={<EyeRegular />}>{words.menu}</MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {acts.map((act) => (
                <MenuItem key={act} onClick={() => start(act)} subText={hints[act] ?? null}>
                  {words[act]}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
      {deciding === "assign" ? (
        <AssignDialog
          title={words.assigning.title}
          inQueueId={conversation.queueId}
          onSubmit={(to, regardless) => attempt(desk, failed.assign, () => desk.server.assign(id, to, regardless))}
          onClose={close}
        />
      ) : null}
      {deciding === "transfer" ? (
        <MoveDialog
          title={words.transferring.title}
          of={conversation}
          onSubmit={(to) => attempt(desk, failed.transfer, () => desk.server.transfer(id, to))}
          onClose={close}
        />
      ) : null}
      {deciding === "close" ? (
        <CloseDialog
          title={words.closing.title(conversation.customerName || texts.common.unknown)}
          submit={words.closing.submit}
          onSubmit={() => attempt(desk, failed.close, () => desk.server.forceClose(id))}
          onClose={close}
        />
      ) : null}
    </>
  );
}
