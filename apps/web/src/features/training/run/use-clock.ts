"use client";

import { useEffect, useState } from "react";

/** The time now, every `periodMs`; null until the page lives, because the server's clock would not match. */
export function useClock(periodMs: number): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), periodMs);
    return () => clearInterval(timer);
  }, [periodMs]);
  return now;
}
