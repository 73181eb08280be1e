import { StrokeMark } from "@diaphane/ui";
import type { ComparedRun } from "./compared-run.ts";

/** A run's name with its stroke, as the curves draw it. */
export function RunName({ run }: { run: Pick<ComparedRun, "label" | "colour" | "dashes"> }) {
  return (
    <span className="inline-flex items-center gap-2 text-foreground">
      <StrokeMark colour={run.colour} dashes={run.dashes} />
      <span className="min-w-24 break-words">{run.label}</span>
    </span>
  );
}
