"use client";

import { LogEntries } from "./log-entries.tsx";
import { LogVerdict } from "./log-verdict.tsx";

/** Whether the group's chain is whole, and all of it. */
export function LogPage({ group }: { group: string }) {
  return (
    <>
      <LogVerdict group={group} />
      <LogEntries group={group} />
    </>
  );
}
