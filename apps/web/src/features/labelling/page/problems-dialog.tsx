"use client";

import { Dialog } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { RouterOutputs } from "@/server/routers/index.ts";
import type { LabelOutbox, OutboxState } from "../outbox/label-outbox.ts";
import { problemLines } from "../outbox/settle-problem.ts";
import type { SessionImage } from "../session/session.ts";
import { ProblemCard } from "./problem-card.tsx";

export interface ProblemsDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  task: RouterOutputs["task"]["get"];
  outbox: LabelOutbox;
  state: OutboxState;
  onSettled(image: SessionImage): void;
}

/** What was not taken, of this task; each waits for a decision. */
export function ProblemsDialog({ open, onOpenChange, task, outbox, state, onSettled }: ProblemsDialogProps) {
  const t = useTranslations("labelling.problems");
  const common = useTranslations("common");
  const lines = problemLines(state.waiting);
  const here = lines.filter(({ first }) => first.taskId === task.id);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      description={t("lead")}
      closeLabel={common("close")}
    >
      {here.map((line) => (
        <ProblemCard key={line.first.order} task={task} line={line} outbox={outbox} onSettled={onSettled} />
      ))}
      {here.length === 0 ? <p className="text-sm">{t("none")}</p> : null}
      {lines.length > here.length ? (
        <p className="text-sm text-muted-foreground">{t("elsewhere", { count: lines.length - here.length })}</p>
      ) : null}
    </Dialog>
  );
}
