/** Shows its children only when the wait has become noticeable, so that quick answers never flicker. */
import { type ReactNode, useEffect, useState } from "react";

const noticeableMs = 150;

export function Delayed(props: { children: ReactNode }) {
  const [noticeable, setNoticeable] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticeable(true), noticeableMs);
    return () => clearTimeout(timer);
  }, []);
  return noticeable ? props.children : null;
}
