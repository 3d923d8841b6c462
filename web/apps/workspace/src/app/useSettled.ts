/** A value once it has stood still for a moment, so that not every letter asks the server. */
import { useEffect, useState } from "react";

const stillMs = 200;

export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), stillMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
