"use client";

import { Progress } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";

export interface RunRowProps {
  group: string;
  run: { id: string; status: string; model: { name: string } };
}

/** A training run under way: how far, and where to watch it. */
export function RunRow({ group, run }: RunRowProps) {
  const t = useTranslations("group");
  const { data } = useQuery({ ...useTRPC().run.progress.queryOptions({ runId: run.id }), refetchInterval: 3_000 });
  const { step = 0, totalSteps = null } = data?.progress ?? {};
  const share = run.status === "RUNNING" && totalSteps ? Math.min(1, step / totalSteps) : null;
  return (
    <Progress
      value={share}
      label={
        <Link href={`/g/${group}/models/runs/${run.id}`} className="font-medium hover:underline">
          {t("run", { model: run.model.name })}
        </Link>
      }
      detail={share === null ? t(run.status === "RUNNING" ? "starting" : "queued") : t("percent", { share })}
    />
  );
}
