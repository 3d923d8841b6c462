/** One conversation: who it is with, what was said, and what can be done. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Problem, RowSkeletons } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import { detailQuery, messagesQuery } from "../../app/queries";
import { isInHand } from "../../model";
import { texts } from "../../texts";
import { Composer } from "./Composer";
import { Header } from "./Header";
import { MessageLog } from "./MessageLog";
import { StateBar, writes } from "./StateBar";
import { TypingLine } from "./TypingLine";

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
  const error = detail.error ?? messages.error;
  const conversation = detail.data?.conversation;
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
  if (!conversation) return <RowSkeletons label={texts.common.loading} rows={6} />;
  const writing = writes(conversation, desk.me.id, desk.me.role);
  return (
    <section aria-label={texts.conversation.label(conversation.customerName)} className={styles.pane}>
      <Header conversation={conversation} />
      {messages.data ? (
        <MessageLog conversation={conversation} window={messages.data} marksRead={isInHand(conversation, desk.me.id)} />
      ) : (
        <div className={styles.space}>
          <RowSkeletons label={texts.common.loading} rows={6} />
        </div>
      )}
      <TypingLine conversationId={conversationId} />
      <div className={styles.foot}>
        <StateBar conversation={conversation} />
        {writing ? <Composer conversation={conversation} notesOnly={writing === "notes"} /> : null}
      </div>
    </section>
  );
}
