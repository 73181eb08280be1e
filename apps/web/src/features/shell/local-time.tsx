"use client";

import { useFormatter } from "next-intl";
import { useSyncExternalStore } from "react";

/** A time of day where the reader is. The server does not know where that is: it writes UTC, until the page lives. */
export function LocalTime({ at, className }: { at: string; className?: string }) {
  const format = useFormatter();
  const timeZone = useSyncExternalStore(neverChanges, readersTimeZone, () => "UTC");
  return (
    <time dateTime={at} className={className}>
      {format.dateTime(new Date(at), { timeStyle: "medium", timeZone })}
    </time>
  );
}

const neverChanges = () => () => {};

function readersTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
