/** One conversation: who it is with, what was said, and what can be done. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Problem, RowSkeletons } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import { detailQuery, messagesQuery } from "../../app/queries";
import { confidants, guestOf, standingOf } from "../../guests/guests";
import { useColleagueNames } from "../../guests/names";
import { isInHand, type Participant } from "../../model";
import { texts } from "../../texts";
import { GuestBar } from "../guests/GuestBar";
import { Composer } from "./Composer";
import { Header } from "./Header";
import { MessageLog } from "./MessageLog";
import { StateBar } from "./StateBar";
import { TypingLine } from "./TypingLine";
import { writes } from "./writes";

const useStyles = makeStyles({
  pane: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  space: { flexGrow: 1 },
  foot: { flexShrink: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export default function ConversationPane(props: { conversationId: string }) {
  const styles = useStyles();
  const desk = useDesk();
  const { conversationId } = props;
  const detail = useQuery(detailQuery(desk, conversationId));
  const messages = useQuery(messagesQuery(desk, conversationId));
  const nameOf = useColleagueNames();
  const own = detail.data && guestOf(detail.data, desk.me.id);
  useReplyOnJoining(conversationId, detail.data !== undefined, own);
  const error = detail.error ?? messages.error;
  if (error && (!detail.data || !messages.data)) {
    return (
      <Problem
        title={texts.problems.conversationFailed}
        detail={problemText(error)}
        action={{
          label: texts.common.retry,
          onClick: () => {
            void detail.refetch();
            void messages.refetch();
          },
        }}
      />
    );
  }
  if (!detail.data) return <RowSkeletons label={texts.common.loading} rows={6} />;
  const { conversation } = detail.data;
  const writing = writes(conversation, desk.me.id, desk.me.role, own);
  const thread = confidants(detail.data, desk.me.id).map(nameOf);
  return (
    <section aria-label={texts.conversation.label(conversation.customerName)} className={styles.pane}>
      <Header conversation={conversation} />
      <GuestBar detail={detail.data} />
      {messages.data ? (
        <MessageLog conversation={conversation} window={messages.data} marksRead={isInHand(conversation, desk.me.id)} />
      ) : (
        <div className={styles.space}>
          <RowSkeletons label={texts.common.loading} rows={6} />
        </div>
      )}
      <TypingLine conversationId={conversationId} />
      <div className={styles.foot}>
        {own ? null : <StateBar conversation={conversation} />}
        {writing ? <Composer conversation={conversation} notesOnly={writing === "notes"} thread={thread} /> : null}
      </div>
    </section>
  );
}

/** Before, there were notes alone; whoever joins wants to be heard. What was chosen later stays, also when shown anew. */
function useReplyOnJoining(conversationId: string, known: boolean, own: Participant | undefined): void {
  const desk = useDesk();
  const joined = own !== undefined && standingOf(own) === "joined";
  const before = useRef<boolean | undefined>(undefined);
  useEffect(() => {
    if (!known) return;
    if (joined && before.current === false) desk.drafts.setMode(conversationId, "public");
    before.current = joined;
  }, [desk, conversationId, known, joined]);
}
