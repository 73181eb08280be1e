"use client";

import { Badge, Button, Card, Progress } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useTRPC } from "@/trpc/client.tsx";

export interface TaskCardProps {
  group: string;
  task: RouterOutputs["task"]["list"][number];
  canChange: boolean;
}

/** What is asked of which images, how far it is, and the way in. */
export function TaskCard({ group, task, canChange }: TaskCardProps) {
  const t = useTranslations("labelling");
  const format = useFormatter();
  const trpc = useTRPC();
  const client = useQueryClient();
  const setState = useMutation(
    trpc.task.setState.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.task.list.queryKey({ group }) }),
    }),
  );
  const { labels, wantedLabels, mine, images } = task.progress;
  const { dataset, number } = task.datasetVersion;
  const isOpen = task.state === "OPEN";
  return (
    <li className="contents">
      <Card className="flex flex-col gap-4">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h3 className="font-semibold break-words">{task.name}</h3>
            <p className="text-sm break-words text-muted-foreground">
              {t("list.data", { name: dataset.name, number, images })}
            </p>
          </div>
          <Badge>{t(`kind.${task.kind}`)}</Badge>
        </div>
        <Progress
          value={wantedLabels > 0 ? Math.min(1, labels / wantedLabels) : null}
          label={t("list.progress")}
          detail={t("list.progressDetail", { labels, wanted: wantedLabels })}
        />
        <p className="text-sm text-muted-foreground">
          {t("list.mineDetail", { mine })}{" "}
          {task.overlapShare > 0
            ? t("list.overlap", {
                share: format.number(task.overlapShare, { style: "percent", maximumFractionDigits: 0 }),
                count: task.overlapCount,
              })
            : null}{" "}
          {task.annotators.length > 0
            ? t("list.people", { names: format.list(task.annotators.map(({ name }) => name)) })
            : null}
        </p>
        {setState.error ? <ApiError error={setState.error} /> : null}
        <div className="mt-auto flex flex-wrap gap-2">
          {task.isMine ? (
            <Button variant={isOpen ? "primary" : "secondary"} render={<Link href={`/g/${group}/label/${task.id}`} />}>
              {isOpen ? t("list.label") : t("list.look")}
            </Button>
          ) : null}
          {canChange ? (
            <Button
              variant="secondary"
              isBusy={setState.isPending}
              onClick={() => setState.mutate({ taskId: task.id, state: isOpen ? "CLOSED" : "OPEN" })}
            >
              {isOpen ? t("list.close") : t("list.open")}
            </Button>
          ) : null}
        </div>
      </Card>
    </li>
  );
}
