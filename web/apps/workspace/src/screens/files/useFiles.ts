/** Files for the next message of one conversation, however they come: chosen, pasted or dropped. */
import { type ClipboardEvent, type DragEvent, useMemo } from "react";
import { useDesk, useSelected } from "../../app/context";

export function useFiles(conversationId: string) {
  const { uploads, me } = useDesk();
  const all = useSelected(uploads.store, (state) => state.chosen);
  const files = useMemo(() => all.filter((file) => file.conversationId === conversationId), [all, conversationId]);
  const isOn = me.settings.attachments.fromAgents;

  function take(data: DataTransfer | null, event: { preventDefault(): void }) {
    const brought = [...(data?.files ?? [])];
    if (!isOn || brought.length === 0) return;
    event.preventDefault();
    void uploads.add(conversationId, brought);
  }

  return {
    files,
    isOn,
    isBusy: files.some((file) => file.state === "uploading"),
    isReady: files.some((file) => file.state === "ready"),
    add: (chosen: readonly File[]) => void uploads.add(conversationId, chosen),
    onPaste: (event: ClipboardEvent) => take(event.clipboardData, event),
    onDrop: (event: DragEvent) => take(event.dataTransfer, event),
    onDragOver: (event: DragEvent) => {
      if (isOn && event.dataTransfer.types.includes("Files")) event.preventDefault();
    },
  };
}
