/** What can be done with all that are selected, and what came of each. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import type { BulkOrder } from "../../app/server";
import { useRights } from "../../guests/rights";
import type { BulkAct, BulkAnswer, Conversation } from "../../model";
import { texts } from "../../texts";
import { AnnounceDialog } from "./AnnounceDialog";
import { AssignDialog } from "./AssignDialog";
import { CloseDialog } from "./CloseDialog";
import { MoveDialog } from "./MoveDialog";
import { OutcomeDialog } from "./OutcomeDialog";
import { selectedMax } from "./selection";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  count: { flexGrow: 1, fontVariantNumeric: "tabular-nums" },
});

interface Props {
  selected: readonly Conversation[];
  /** Those that were done are selected no more. */
  onDone: (ids: readonly string[]) => void;
}

export function BulkBar({ selected, onDone }: Props) {
  const styles = useStyles();
  const desk = useDesk();
  const rights = useRights();
  const [act, setAct] = useState<BulkAct | null>(null);
  const [outcome, setOutcome] = useState<{ answers: BulkAnswer[]; of: readonly Conversation[] } | null>(null);
  const { bulk: words, announcing } = texts.supervision;
  const count = selected.length;
  const tooMany = count > selectedMax;
  const idle = count === 0 || tooMany;

  async function carry(order: Omit<BulkOrder, "conversationIds">): Promise<boolean> {
    try {
      const answers = await desk.server.bulk({ ...order, conversationIds: selected.map(({ id }) => id) });
      setOutcome({ answers, of: selected });
      onDone(answers.filter(({ done }) => done).map(({ conversationId }) => conversationId));
      return true;
    } catch (error) {
      desk.notices.error(texts.supervision.failed.bulk, problemText(error));
      return false;
    }
  }

  const button = (of: BulkAct, label: string) => (
    <Button size="small" disabledFocusable={idle} onClick={() => idle || setAct(of)}>
      {label}
    </Button>
  );
  const close = () => setAct(null);
  return (
    <section className={styles.bar} aria-label={words.label}>
      <Text size={200} className={styles.count} role="status">
        {tooMany ? words.tooMany(selectedMax) : words.selected(count)}
      </Text>
      {rights.assign ? button("assign", words.assign) : null}
      {rights.transfer ? button("transfer", words.transfer) : null}
      {rights.forceClose ? button("force_close", words.close) : null}
      {button("message", words.message)}
      {button("notify", words.notify)}
      {act === "assign" ? (
        <AssignDialog
          title={words.assignTitle(count)}
          onSubmit={(to, regardless) => carry({ act, ...to, regardless })}
          onClose={close}
        />
      ) : null}
      {act === "transfer" ? (
        <MoveDialog title={words.transferTitle(count)} onSubmit={(to) => carry({ act, ...to })} onClose={close} />
      ) : null}
      {act === "force_close" ? (
        <CloseDialog
          title={words.closeTitle(count)}
          submit={words.closeSubmit}
          onSubmit={() => carry({ act })}
          onClose={close}
        />
      ) : null}
      {act === "message" ? (
        <AnnounceDialog
          title={words.messageTitle(count)}
          lead={announcing.messageLead}
          label={announcing.messageLabel}
          onSubmit={(text) => carry({ act, text })}
          onClose={close}
        />
      ) : null}
      {act === "notify" ? (
        <AnnounceDialog
          title={words.notifyTitle(count)}
          lead={announcing.notifyLead}
          label={announcing.notifyLabel}
          onSubmit={(text) => carry({ act, text })}
          onClose={close}
        />
      ) : null}
      {outcome ? <OutcomeDialog {...outcome} onClose={() => setOutcome(null)} /> : null}
    </section>
  );
}
