"use client";

import { Badge, Button } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { LabelImage } from "../page/label-image.tsx";
import { useValueText } from "../page/use-value-text.ts";

type Shared = RouterOutputs["label"]["shared"];

export interface DisagreementCardProps {
  task: RouterOutputs["task"]["get"];
  image: Shared["images"][number];
  annotators: Shared["annotators"];
  canDecide: boolean;
}

/** What each person said of one image, side by side, and which of it counts. */
export function DisagreementCard({ task, image, annotators, canDecide }: DisagreementCardProps) {
  const t = useTranslations("labelling.agreement");
  const valueText = useValueText(task.classes);
  const trpc = useTRPC();
  const client = useQueryClient();
  const decide = useMutation(
    trpc.label.decide.mutationOptions({
      // Where somebody else decided meanwhile, that is shown beside the refusal.
      onSettled: () => client.invalidateQueries({ queryKey: trpc.label.shared.queryKey({ taskId: task.id }) }),
    }),
  );
  const { sampleIndex, labels, consensus } = image;
  const version = task.datasetVersion;
  const sequence = (consensus?.sequence ?? 0) + 1;
  return (
    <li
      className="grid grid-cols-[8rem_1fr] gap-4 rounded-lg border border-border p-3"
      data-testid={`image-${sampleIndex}`}
    >
      <LabelImage versionId={version.id} shape={version} sampleIndex={sampleIndex} nearby={[]} />
      <div className="flex min-w-0 flex-col gap-3 text-sm">
        <ul className="flex flex-col gap-2">
          {labels.map(({ annotatorId, value }) => {
            const name = annotators.find(({ id }) => id === annotatorId)?.name ?? annotatorId;
            return (
              <li key={annotatorId} className="flex flex-wrap items-center justify-between gap-2">
                <span className="min-w-0">
                  <span className="block text-xs text-muted-foreground">{name}</span>
                  <span className="block font-medium break-words">{valueText(value)}</span>
                </span>
                {canDecide ? (
                  <Button
                    size="small"
                    variant="secondary"
                    aria-label={t("takeOf", { name, index: sampleIndex })}
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ taskId: task.id, sampleIndex, sequence, value })}
                  >
                    {t("take")}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
        {consensus ? (
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone="success">{t("consensus")}</Badge>
            <span className="font-medium break-words">{valueText(consensus.value)}</span>
            <span className="text-xs text-muted-foreground">{t("decidedBy", { name: consensus.deciderName })}</span>
          </p>
        ) : null}
        {decide.error ? <ApiError error={decide.error} /> : null}
      </div>
    </li>
  );
}
