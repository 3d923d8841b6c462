/** What a supervisor says to many at once: to customers, or to the agents of their conversations. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDesk } from "../../app/context";
import { meQuery } from "../../app/queries";
import { texts } from "../../texts";

const charactersMax = 1_000;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface Props {
  title: string;
  lead: string;
  label: string;
  /** False: it was not sent, and what was written stays. */
  onSubmit: (text: string) => Promise<boolean>;
  onClose: () => void;
}

export function AnnounceDialog({ title, lead, label, onSubmit, onClose }: Props) {
  const styles = useStyles();
  const { data: me } = useQuery(meQuery(useDesk()));
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const words = texts.supervision.announcing;
  const left = Math.min(charactersMax, me.settings.messageCharactersMax) - [...text].length;
  const idle = busy || left < 0 || text.trim() === "";

  async function send() {
    if (idle) return;
    setBusy(true);
    const sent = await onSubmit(text);
    setBusy(false);
    if (sent) onClose();
  }

  return (
    <Dialog open onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {lead}
            <Field label={label} hint={words.left(Math.max(left, 0))} validationState={left < 0 ? "error" : "none"}>
              <Textarea
                value={text}
                rows={5}
                resize="vertical"
                maxLength={charactersMax}
                onChange={(_, { value }) => setText(value)}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.common.cancel}</Button>
            <Button appearance="primary" disabledFocusable={idle} onClick={() => void send()}>
              {words.submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
