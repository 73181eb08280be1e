"use client";

import type { DatasetSummary } from "@diaphane/core/schemas";
import { Button, cn, EmptyState, ErrorState, Skeleton } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { facetsOf } from "../filters/facets.ts";
import { FilterBar } from "../filters/filter-bar.tsx";
import { emptyFilter, isEmptyFilter, parseFilter, writeFilter } from "../filters/filter-url.ts";
import { useAddress } from "../filters/use-address.ts";
import { defaultZoom, zoomSteps } from "../grid/grid-layout.ts";
import { ImageGrid } from "../grid/image-grid.tsx";
import { ZoomControl } from "../grid/zoom-control.tsx";
import { positionOf, sampleAt } from "../sample-table.ts";
import type { TargetClasses } from "../targets.ts";
import { useSampleTable } from "../use-sample-table.ts";
import { SamplePanel } from "./sample-panel.tsx";
import { useDescribe } from "./use-describe.ts";
import { useLabelNames } from "./use-label-names.ts";

export interface DatasetExplorerProps {
  datasetName: string;
  versionId: string;
  height: number;
  width: number;
  channels: number;
  classes: string[];
  targets: TargetClasses;
  summary: DatasetSummary;
}

/** All images of a version, with filters on the left and one image on the right; what is seen is in the address. */
export function DatasetExplorer(props: DatasetExplorerProps) {
  const { versionId, height, width, channels, classes, summary } = props;
  const t = useTranslations("datasets");
  const format = useFormatter();
  const { parameters, write, set } = useAddress();
  const filter = useMemo(() => parseFilter(parameters), [parameters]);
  const nameOfLabel = useLabelNames(classes);
  const shape = useMemo(() => ({ height, width, channels }), [height, width, channels]);
  const facets = useMemo(
    () => facetsOf(summary, { label: nameOfLabel, split: (split) => t(`split.${split}`) }),
    [summary, nameOfLabel, t],
  );
  const images = useRef<HTMLDivElement>(null);
  const samples = useSampleTable(versionId, filter);
  const table = samples.data;
  const wantedZoom = Number(parameters.get("zoom"));
  const cell = zoomSteps.find((step) => step === wantedZoom) ?? defaultZoom;
  const openIndex = parameters.get("image");
  const open = table && openIndex !== null ? positionOf(table, Number(openIndex)) : -1;

  const describe = useDescribe(table, nameOfLabel);

  function show(position: number) {
    const sample = table && sampleAt(table, position);
    if (sample) set("image", `${sample.index}`);
  }

  function close() {
    set("image", null);
    images.current?.querySelector<HTMLElement>(`[data-position="${open}"]`)?.focus();
  }

  const total = summary.splits.TRAIN + summary.splits.VALIDATION + summary.splits.TEST;
  const shown = table?.indices.length ?? 0;
  return (
    <div
      className={cn(
        "grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[15rem_minmax(0,1fr)]",
        open >= 0 && "lg:grid-cols-[15rem_minmax(0,1fr)_minmax(18rem,26rem)]",
      )}
    >
      <div className="max-h-56 overflow-y-auto border-b border-border px-4 py-3 lg:max-h-none lg:border-r lg:border-b-0">
        <FilterBar
          facets={facets}
          filter={filter}
          onFilter={(next) => write((current) => writeFilter(current, next))}
        />
      </div>
      <div className="flex min-h-0 min-w-0 flex-col bg-image-surround p-2 text-image-surround-foreground">
        <div className="dark flex items-center justify-between px-2 pb-2 text-sm">
          <p role="status" className="tabular">
            {isEmptyFilter(filter)
              ? t("filters.all", { total })
              : t("filters.shown", { shown: format.number(shown), total })}
          </p>
          <ZoomControl cell={cell} onCell={(next) => set("zoom", `${next}`)} />
        </div>
        <p className="sr-only">{t("grid.keys")}</p>
        <div
          ref={images}
          className={cn("min-h-0 flex-1", samples.isPlaceholderData && "opacity-60")}
          aria-busy={samples.isFetching}
        >
          {samples.isError ? (
            <ErrorState
              title={t("detail.failedTitle")}
              actions={<Button onClick={() => void samples.refetch()}>{t("detail.retry")}</Button>}
            />
          ) : !table ? (
            <Skeleton className="h-full" />
          ) : shown === 0 ? (
            <EmptyState
              title={t("filters.noneTitle")}
              className="dark border-white/20"
              actions={
                <Button onClick={() => write((current) => writeFilter(current, emptyFilter))}>
                  {t("filters.clear")}
                </Button>
              }
            >
              {t("filters.noneText")}
            </EmptyState>
          ) : (
            <ImageGrid
              versionId={versionId}
              shape={shape}
              table={table}
              cell={cell}
              open={open >= 0 ? open : null}
              onOpen={show}
              describe={describe}
            />
          )}
        </div>
      </div>
      {table && open >= 0 ? (
        <SamplePanel
          datasetName={props.datasetName}
          versionId={versionId}
          shape={shape}
          targets={props.targets}
          table={table}
          position={open}
          nameOfLabel={nameOfLabel}
          onPosition={show}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
