/** Others' conversations in which this agent takes part, over their own. Silent where there are none. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useDesk, useNow, useSelected } from "../../app/context";
import { detailQuery, listQuery } from "../../app/queries";
import { guestOf, standingOf } from "../../guests/guests";
import { sortForView } from "../../live/lists";
import type { Conversation } from "../../model";
import { texts } from "../../texts";
import { useArrowKeys } from "../workspace/useArrowKeys";
import { view as frameView } from "../workspace/view";
import { ConversationRow, rowHeight } from "./ConversationRow";

const useStyles = makeStyles({
  section: {
    flexShrink: 0,
    maxHeight: "50%",
    overflowY: "auto",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  rows: { margin: 0, padding: 0, listStyleType: "none" },
  row: { position: "relative", height: `${rowHeight}px` },
});

export function Visiting() {
  const styles = useStyles();
  const desk = useDesk();
  const { data } = useQuery(listQuery(desk, "visiting"));
  const onKeyDown = useArrowKeys("vertical", "[data-row]");
  const items = sortForView("visiting", data?.items ?? []);
  if (items.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="visiting">
      <h3 id="visiting" className={styles.title}>
        {texts.guests.list}
      </h3>
      <ul className={styles.rows} onKeyDown={onKeyDown}>
        {items.map((conversation) => (
          <li key={conversation.id} className={styles.row}>
            <VisitedRow conversation={conversation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function VisitedRow({ conversation }: { conversation: Conversation }) {
  const desk = useDesk();
  const now = useNow();
  const { data: detail } = useQuery(detailQuery(desk, conversation.id));
  const current = useSelected(desk.sessions.store, () => desk.sessions.focused().conversationId === conversation.id);
  const guest = detail && guestOf(detail, desk.me.id);
  return (
    <ConversationRow
      view="visiting"
      conversation={conversation}
      part={guest ? texts.guests.role[standingOf(guest)] : undefined}
      now={now}
      current={current}
      onOpen={() => {
        desk.sessions.openConversation(conversation.id, { title: conversation.customerName });
        frameView.setState({ pane: "conversation" });
      }}
    />
  );
}
