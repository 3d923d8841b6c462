/** What `/` opens above the field in which an agent writes. Follows the caret; the list itself comes with its first use. */
import {
  type ComponentType,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useDesk } from "../../app/context";
import { type Conversation, isInHand } from "../../model";
import { type Edited, type Order, replaced, strokeAt, tokenAt } from "../../quick-replies/command";
import type { PanelProps } from "./Panel";

const ConsultDialog = lazy(() => import("../guests/ConsultDialog"));
const TransferDialog = lazy(() => import("../conversation/TransferDialog"));
const OwnDialog = lazy(() => import("./OwnDialog"));

/** Answers whether the key was meant for the list. */
export type TakesKey = (event: KeyboardEvent) => boolean;

interface Field {
  field: RefObject<HTMLTextAreaElement | null>;
  conversation: Conversation;
  text: string;
  onText: (text: string) => void;
}

export function usePanel({ field, conversation, text, onText }: Field) {
  const desk = useDesk();
  const [Panel, setPanel] = useState<ComponentType<PanelProps>>();
  const [caret, setCaret] = useState<number>();
  const [dismissed, setDismissed] = useState<number>();
  const [active, setActive] = useState<string>();
  const [dialog, setDialog] = useState<Order | "own">();
  const takesKey = useRef<TakesKey | null>(null);
  const caretToSet = useRef<number | null>(null);
  const token = caret === undefined ? undefined : tokenAt(text, caret);
  const open = token !== undefined && token.start !== dismissed;
  const hasToken = token !== undefined;

  useEffect(() => {
    if (!hasToken) setDismissed(undefined);
  }, [hasToken]);
  useEffect(() => {
    if (!open || Panel) return;
    import("./Panel").then(
      (loaded) => setPanel(() => loaded.default),
      // Without the list a stroke is a stroke.
      () => setCaret(undefined),
    );
  }, [open, Panel]);
  useLayoutEffect(() => {
    if (caretToSet.current === null || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(caretToSet.current, caretToSet.current);
    caretToSet.current = null;
  });

  function edit(edited: Edited, listens: boolean) {
    caretToSet.current = edited.caret;
    setCaret(listens ? edited.caret : undefined);
    onText(edited.text);
  }
  function choose(by: string, next?: Order | "own") {
    if (token) edit(replaced(text, token, by), false);
    setDialog(next);
  }
  const dismiss = () => setDismissed(token?.start);

  let popup: ReactNode = null;
  if (open && Panel) {
    popup = (
      <Panel
        conversation={conversation}
        query={token.query}
        mayOrder={isInHand(conversation, desk.me.id)}
        takesKey={takesKey}
        onActive={setActive}
        onInsert={choose}
        onOrder={(order) => choose("", order)}
        onOwn={() => choose("", "own")}
        onDismiss={dismiss}
      />
    );
  }
  return {
    open,
    popup,
    dialog: dialog ? (
      <Suspense fallback={null}>
        <PanelDialog which={dialog} conversation={conversation} onClose={() => setDialog(undefined)} />
      </Suspense>
    ) : null,
    /** For the field: what the list is to it. */
    described: open
      ? ({
          "aria-autocomplete": "list",
          "aria-controls": listId,
          "aria-activedescendant": active,
          "data-tabster": leaveTab,
        } as const)
      : ({ "aria-autocomplete": "list" } as const),
    onTyped: (at: number, pasted: boolean) => setCaret(pasted && !open ? undefined : at),
    onSelect: () => {
      if (caret !== undefined) setCaret(field.current?.selectionStart);
    },
    onBlur: () => setCaret(undefined),
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (!open || event.nativeEvent.isComposing) return false;
      if (event.key === "Escape") {
        event.stopPropagation();
        dismiss();
        return true;
      }
      if (takesKey.current) return takesKey.current(event);
      // The list is on its way: what would choose from it does not send half a word meanwhile.
      return (event.key === "Enter" && !event.shiftKey) || event.key === "Tab";
    },
    toggle: () => {
      if (open) return dismiss();
      edit(strokeAt(text, field.current?.selectionStart ?? text.length), true);
    },
  };
}

export const listId = "quick-replies";
/** Tab inserts: the components' own keeper of the focus, which hears it first, must not move on with it. */
const leaveTab = JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } });

interface DialogProps {
  which: Order | "own";
  conversation: Conversation;
  onClose: () => void;
}

function PanelDialog({ which, conversation, onClose }: DialogProps) {
  switch (which) {
    case "own":
      return <OwnDialog conversation={conversation} onClose={onClose} />;
    case "consult":
    case "consultQueue":
      return <ConsultDialog conversation={conversation} queues={which === "consultQueue"} onClose={onClose} />;
    case "transfer":
    case "transferQueue":
      return <TransferDialog conversation={conversation} queues={which === "transferQueue"} onClose={onClose} />;
  }
}
