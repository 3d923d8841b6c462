/** What came of each conversation of many: what was not done first, with the server's reason. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular, DismissCircleRegular } from "@fluentui/react-icons";
import { own } from "@frontdesk/ui";
import { refusalText } from "../../app/problems";
import type { BulkAnswer, Conversation } from "../../model";
import { texts } from "../../texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", maxHeight: "50vh", overflowY: "auto" },
  item: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  meta: { color: tokens.colorNeutralForeground3 },
  mark: { flexShrink: 0, marginTop: "2px" },
  done: { color: own.success },
  refused: { color: own.danger },
});

interface Props {
  answers: readonly BulkAnswer[];
  of: readonly Conversation[];
  onClose: () => void;
}

export function OutcomeDialog({ answers, of, onClose }: Props) {
  const styles = useStyles();
  const words = texts.supervision.bulk;
  const names = new Map(of.map(({ id, customerName }) => [id, customerName]));
  const refusedFirst = answers.toSorted((a, b) => Number(a.done) - Number(b.done));
  const done = answers.filter((answer) => answer.done).length;
  return (
    <Dialog open onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.outcome(done, answers.length)}</DialogTitle>
          <DialogContent>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <ul className={styles.list} tabIndex={0} aria-label={words.label}>
              {refusedFirst.map((answer) => (
                <li key={answer.conversationId} className={styles.item}>
                  <span className={styles.mark}>
                    {answer.done ? (
                      <CheckmarkCircleRegular className={styles.done} aria-hidden />
                    ) : (
                      <DismissCircleRegular className={styles.refused} aria-hidden />
                    )}
                  </span>
                  <span className={styles.words}>
                    <Text>{names.get(answer.conversationId) || texts.common.unknown}</Text>
                    <Text size={200} className={styles.meta}>
                      {answer.done ? words.worked : `${words.refused}: ${reasonOf(answer)}`}
                    </Text>
                  </span>
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {texts.common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function reasonOf({ code, detail }: BulkAnswer): string {
  return refusalText(code ?? "") ?? detail ?? "";
}
