"use client";

import { EmptyState, Progress } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useTRPC } from "@/trpc/client.tsx";
import { useFigures } from "../models/figures/use-figures.ts";

const REFRESH_MILLISECONDS = 3_000;

/** Where the toy will be: nothing is released yet. While the demonstration trains, how far it is. */
export function DemoWaiting() {
  const t = useTranslations("gallery.waiting");
  const figures = useFigures();
  const router = useRouter();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.lab.demoProgress.queryOptions(undefined, { refetchInterval: REFRESH_MILLISECONDS }));
  const isDone = data?.status === "SUCCEEDED";
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);

  if (!data) {
    return (
      <EmptyState icon={<Hourglass aria-hidden />} title={t("noneTitle")}>
        {t("none")}
      </EmptyState>
    );
  }
  const { status, modelName, epoch, epochs, secondsLeft } = data;
  if (status === "FAILED" || status === "CANCELLED") {
    return (
      <EmptyState icon={<Hourglass aria-hidden />} title={t("stoppedTitle")}>
        {t("stopped", { name: modelName })}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Hourglass aria-hidden />} title={t("trainingTitle", { name: modelName })}>
      <p className="mb-4">{t("training")}</p>
      <Progress
        value={epoch !== null && epochs ? (epoch - 1) / epochs : null}
        label={epoch !== null && epochs ? t("epoch", { epoch, epochs }) : t("starting")}
        detail={secondsLeft !== null ? t("left", { time: figures.duration(secondsLeft) }) : undefined}
      />
    </EmptyState>
  );
}
