// What a visitor can do beside writing: sound, a window of its own, a copy to keep.

import { useRef } from "preact/hooks";
import type { Texts } from "../texts/index.ts";

export interface MenuProps {
  texts: Texts;
  isMuted: boolean;
  onMute(): void;
  onPopOut: (() => void) | undefined;
  onDownload: (() => void) | undefined;
}

export function Menu({ texts, isMuted, onMute, onPopOut, onDownload }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const item = (label: string, act: () => void) => (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        if (box.current) box.current.open = false;
        act();
      }}
    >
      {label}
    </button>
  );
  return (
    <details class="menu" ref={box}>
      <summary class="quiet icon" aria-label={texts.more} title={texts.more}>
        ⋯
      </summary>
      <div>
        {item(isMuted ? texts.unmute : texts.mute, onMute)}
        {onPopOut && item(texts.popOut, onPopOut)}
        {onDownload && item(texts.download, onDownload)}
      </div>
    </details>
  );
}
