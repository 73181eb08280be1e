"use client";

import { EmptyState } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { isActive } from "@/features/group-home/poll-while-active.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { AnalysisStatus } from "../analysis/analysis-status.tsx";
import { useAnalyses } from "../analysis/use-analyses.ts";
import { DirectionDetail } from "./direction-detail.tsx";
import { DirectionForm } from "./direction-form.tsx";
import { DirectionTable } from "./direction-table.tsx";
import { DirectionTraversal, type TraversalLab } from "./direction-traversal.tsx";
import { useDirections } from "./use-directions.ts";

export interface DirectionsViewProps {
  group: string;
  modelVersionId: string;
  /** The data that the version was trained on. */
  datasetVersionId: string;
  classes: readonly string[];
  lab: TraversalLab;
  canAnalyse: boolean;
}

/** Where attributes lie in a version's latent space: how a direction is fitted, what it is worth, and what it draws. */
export function DirectionsView(props: DirectionsViewProps) {
  const { group, modelVersionId, datasetVersionId, classes, lab, canAnalyse } = props;
  const t = useTranslations("latents.directions");
  const trpc = useTRPC();
  const analyses = useAnalyses(modelVersionId, "DIRECTION");
  const datasets = useQuery(trpc.dataset.list.queryOptions({ group }));
  const [data, setData] = useState(datasetVersionId);
  const distributions = useQuery(trpc.dataset.distributions.queryOptions({ versionId: data }));
  const done = useMemo(
    () => (analyses.analyses ?? []).filter(({ status }) => status === "SUCCEEDED").map(({ id }) => id),
    [analyses.analyses],
  );
  const found = useDirections(done);
  const [chosen, setChosen] = useState<string>();
  const selected = found.find(({ id }) => id === chosen) ?? found[0];
  const isBusy = analyses.isStarting || (analyses.analyses?.some(isActive) ?? false);
  const attributes = distributions.data?.attributes ?? [];
  const dataOf = new Map(analyses.analyses?.map(({ id, latentSet }) => [id, latentSet.datasetVersion]));
  const sets = (datasets.data ?? []).flatMap(({ name, latestVersion }) =>
    latestVersion ? [{ id: latestVersion.id, name, number: latestVersion.number }] : [],
  );
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-prose text-sm text-muted-foreground">{t("lead")}</p>
      {canAnalyse && sets.length > 0 ? (
        <DirectionForm
          sets={sets}
          data={data}
          onData={setData}
          attributes={attributes}
          isBusy={isBusy}
          onStart={(request) => {
            // The one that is being made opens when it is there.
            setChosen(undefined);
            analyses.start(request, data);
          }}
        />
      ) : null}
      <AnalysisStatus analyses={analyses} canCancel={canAnalyse} />
      {selected ? (
        <>
          <DirectionTable found={found} dataOf={dataOf} selected={selected} onSelect={setChosen} />
          <DirectionDetail direction={selected.direction} classes={classes} />
          <DirectionTraversal lab={lab} direction={selected.direction} classes={classes} />
        </>
      ) : analyses.analyses && done.length === 0 && !isBusy ? (
        <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>
      ) : null}
    </div>
  );
}
