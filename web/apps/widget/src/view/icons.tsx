// The few drawings of the widget. Decoration: words stand beside each.

import type { Delivery } from "../chat/transcript.ts";

export function ChatIcon() {
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" fill="currentColor" aria-hidden="true">
      <path d="M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5c0-1.1.9-2 2-2z" />
    </svg>
  );
}

export function CloseIcon() {
  return <Strokes path="M5 5l14 14M19 5L5 19" />;
}

export function SendIcon() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" aria-hidden="true">
      <path d="M3 3l19 9-19 9 3-9z" />
    </svg>
  );
}

const TICKS: Record<Delivery, string> = {
  queued: "M12 6v6l4 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  sent: "M5 13l4 4L19 7",
  delivered: "M2 13l4 4L16 7M12 16l1 1L23 7",
  read: "M2 13l4 4L16 7M12 16l1 1L23 7",
  failed: "M12 6v8M12 17v1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
};

export function Tick({ delivery }: { delivery: Delivery }) {
  return <Strokes path={TICKS[delivery]} size={14} />;
}

function Strokes({ path, size = 20 }: { path: string; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
