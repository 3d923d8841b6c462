/** Asks before conversations of others are closed: that cannot be undone. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useState } from "react";
import { texts } from "../../texts";

interface Props {
  title: string;
  submit: string;
  onSubmit: () => Promise<boolean>;
  onClose: () => void;
}

export function CloseDialog({ title, submit, onSubmit, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  async function confirm() {
    if (busy) return;
    setBusy(true);
    await onSubmit();
    onClose();
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{texts.supervision.closing.lead}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.common.cancel}</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void confirm()}>
              {submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
