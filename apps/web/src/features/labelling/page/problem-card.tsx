"use client";

import { labelValue } from "@diaphane/core/schemas";
import { Button } from "@diaphane/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useTRPC, useTRPCClient } from "@/trpc/client.tsx";
import type { LabelOutbox } from "../outbox/label-outbox.ts";
import type { ProblemLine } from "../outbox/settle-problem.ts";
import type { SessionImage } from "../session/session.ts";
import { headOf, sessionImage } from "../session/session-image.ts";
import { LabelImage } from "./label-image.tsx";
import { useValueText } from "./use-value-text.ts";

export interface ProblemCardProps {
  task: RouterOutputs["task"]["get"];
  line: ProblemLine;
  outbox: LabelOutbox;
  onSettled(image: SessionImage): void;
}

/** Two things said of one image by one person, side by side; nothing is thrown away before they have chosen. */
export function ProblemCard({ task, line, outbox, onSettled }: ProblemCardProps) {
  const t = useTranslations("labelling.problems");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const valueText = useValueText(task.classes);
  const { assignmentId } = line.first.change;
  const server = useQuery({ ...trpc.label.assignment.queryOptions({ assignmentId }), staleTime: 0 });
  const settle = useMutation({
    mutationFn: async (keeps: "device" | "server") => {
      // Read at the moment of the choice: a third page may have said something since.
      const now = await client.label.assignment.query({ assignmentId });
      if (keeps === "server") {
        await outbox.drop(line);
        return sessionImage(now, [], task);
      }
      const last = (await outbox.rebase(line, now.newest)).at(-1);
      return last ? { assignmentId, sampleIndex: now.sampleIndex, ...headOf(last) } : sessionImage(now, [], task);
    },
    onSuccess: onSettled,
  });
  const { problem, sampleIndex } = line.first;
  const newest = server.data?.newest;
  const shape = task.datasetVersion;
  return (
    <section className="grid grid-cols-[6rem_1fr] gap-4 rounded-lg border border-border p-3 text-sm">
      <LabelImage versionId={shape.id} shape={shape} sampleIndex={sampleIndex} nearby={[]} />
      <div className="flex min-w-0 flex-col gap-3">
        <p>{problem?.kind === "refused" ? t("refused", { code: problem.code }) : t("conflict")}</p>
        <dl className="flex flex-col gap-1">
          <dt className="text-xs text-muted-foreground">{t("device")}</dt>
          <dd className="font-medium break-words">{valueText(labelValue.parse(line.last.change.value))}</dd>
          <dt className="mt-1 text-xs text-muted-foreground">{t("server")}</dt>
          <dd className="font-medium break-words">{newest ? valueText(newest.value) : t("nothing")}</dd>
        </dl>
        {settle.error ? <ApiError error={settle.error} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button size="small" isBusy={settle.isPending} onClick={() => settle.mutate("device")}>
            {t("keepDevice")}
          </Button>
          <Button
            size="small"
            variant="secondary"
            disabled={settle.isPending || !server.data}
            onClick={() => settle.mutate("server")}
          >
            {t("keepServer")}
          </Button>
        </div>
      </div>
    </section>
  );
}
