"use client";

import { useFormatter, useNow } from "next-intl";

/** "3 minutes ago", kept current, with the exact time on hover. */
export function RelativeTime({ date }: { date: Date }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  return (
    <time
      dateTime={date.toISOString()}
      title={format.dateTime(date, { dateStyle: "long", timeStyle: "short" })}
      suppressHydrationWarning
    >
      {format.relativeTime(date, now)}
    </time>
  );
}
