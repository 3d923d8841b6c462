/** Opens the system's own choice of files. */
import { Button } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { texts } from "../../texts";

export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-files
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
      <Button
        appearance="subtle"
        icon={<AttachRegular />}
        aria-label={texts.files.attach}
        title={texts.files.attach}
        onClick={() => input.current?.click()}
      />
    </>
  );
}
