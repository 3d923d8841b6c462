/** The two questions that a form asks: leave without saving, and delete. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { Problem } from "@frontdesk/ui";
import { type ReactNode, useState } from "react";
import { problemText } from "../../../app/problems";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { deletePiece, useClient } from "./data";
import { isConflict } from "./faults";
import type { Noun, Piece } from "./noun";

export function Question(props: {
  title: string;
  children: ReactNode;
  stay: string;
  act: string;
  busy?: boolean;
  onClose: () => void;
  onAct: () => void;
}) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => open || props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>{props.children}</DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{props.stay}</Button>
            <Button appearance="primary" disabledFocusable={props.busy ?? false} onClick={props.onAct}>
              {props.act}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

export function LeaveDialog(props: { onStay: () => void; onLeave: () => void }) {
  const { leave } = words.form;
  return (
    <Question title={leave.title} stay={leave.stay} act={leave.act} onClose={props.onStay} onAct={props.onLeave}>
      {leave.lead}
    </Question>
  );
}

/** Deletes, or says by whom it is used. */
export function DeleteDialog<Item extends Piece>(props: {
  noun: Noun<Item>;
  item: Item;
  name: string;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function act() {
    setBusy(true);
    try {
      await deletePiece(client, props.noun, props.item);
      props.onDeleted();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <Question
      title={words.form.deleteTitle(props.name)}
      stay={texts.common.cancel}
      act={words.form.delete}
      busy={busy}
      onClose={props.onClose}
      onAct={() => void act()}
    >
      {failure ? (
        <Problem
          title={words.form.deleteFailed}
          detail={isConflict(failure) ? words.form.conflictHint : problemText(failure)}
        />
      ) : (
        words.form.deleteLead
      )}
    </Question>
  );
}
