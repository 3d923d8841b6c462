/** The quick replies that an agent keeps for themselves: listed, added, changed and deleted. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { AddRegular, DeleteRegular, EditRegular } from "@fluentui/react-icons";
import { Problem, RowSkeletons, TruncatedText } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { attempt } from "../../actions/action";
import { useDesk } from "../../app/context";
import { keys } from "../../app/keys";
import { problemText } from "../../app/problems";
import { ownQuickReplyQuery } from "../../app/queries";
import type { Conversation, PersonalQuickReply } from "../../model";
import { texts } from "../../texts";
import { OwnForm } from "./OwnForm";

const useStyles = makeStyles({
  surface: { maxWidth: "560px" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  list: {
    outline: "none",
    listStyle: "none",
    margin: 0,
    padding: 0,
    maxHeight: "45vh",
    overflowY: "auto",
    scrollbarWidth: "thin",
  },
  row: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0 },
  add: { whiteSpace: "nowrap" },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export default function OwnDialog(props: { conversation: Conversation; onClose: () => void }) {
  const styles = useStyles();
  const desk = useDesk();
  const { conversation, onClose } = props;
  const { data: own, error, refetch } = useQuery(ownQuickReplyQuery(desk));
  /** `new`: one that is not there yet. */
  const [editing, setEditing] = useState<PersonalQuickReply | "new">();
  const words = texts.quickReplies.own;
  const list = useRef<HTMLUListElement>(null);
  const focusIsLost = useRef(false);
  // What had the focus may be gone: the form, or a reply that was deleted.
  useEffect(() => {
    if (!focusIsLost.current || editing) return;
    focusIsLost.current = false;
    list.current?.focus();
  });
  function back() {
    focusIsLost.current = true;
    setEditing(undefined);
  }

  const changed = () => desk.cache.invalidateQueries({ queryKey: keys.allQuickReplies });
  async function remove(reply: PersonalQuickReply) {
    if (await attempt(desk, words.removeFailed, () => desk.server.deleteOwnQuickReply(reply.id))) {
      focusIsLost.current = true;
      await changed();
    }
  }
  async function saved() {
    await changed();
    back();
  }

  return (
    <Dialog open onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface className={styles.surface}>
        {editing ? (
          <OwnForm
            reply={editing === "new" ? undefined : editing}
            locale={conversation.locale}
            onSaved={saved}
            onCancel={back}
          />
        ) : (
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <span>{words.lead}</span>
              {error ? (
                <Problem
                  title={words.failed}
                  detail={problemText(error)}
                  action={{ label: texts.common.retry, onClick: () => void refetch() }}
                />
              ) : own ? null : (
                <RowSkeletons label={texts.common.loading} rows={3} />
              )}
              {own?.length === 0 ? <span>{words.none}</span> : null}
              <ul ref={list} tabIndex={-1} className={styles.list} aria-label={words.title}>
                {own?.map((reply) => (
                  <li key={reply.id} className={styles.row}>
                    <div className={styles.words}>
                      <div className={styles.title}>
                        <TruncatedText text={reply.title} />
                      </div>
                      <div className={styles.text}>
                        <TruncatedText text={reply.text} />
                      </div>
                    </div>
                    <Button
                      appearance="subtle"
                      icon={<EditRegular />}
                      aria-label={words.editNamed(reply.title)}
                      title={words.edit}
                      onClick={() => setEditing(reply)}
                    />
                    <Button
                      appearance="subtle"
                      icon={<DeleteRegular />}
                      aria-label={words.removeNamed(reply.title)}
                      title={words.remove}
                      onClick={() => void remove(reply)}
                    />
                  </li>
                ))}
              </ul>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{texts.common.close}</Button>
              <Button
                className={styles.add}
                appearance="primary"
                icon={<AddRegular />}
                onClick={() => setEditing("new")}
              >
                {words.add}
              </Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
}
