"use client";

import { Button, Card, CardHeader, Progress, Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { TargetNames } from "@/features/datasets/detail/target-names.tsx";
import { type TargetClasses, targetColours } from "@/features/datasets/targets.ts";
import { LabFailure } from "@/features/latent-lab/components/lab-failure.tsx";
import type { BundleAddress } from "@/features/latent-lab/engine/protocol.ts";
import type { LabSamples } from "@/features/latent-lab/samples.ts";
import { useLabEngine } from "@/features/latent-lab/use-lab-engine.ts";
import { worstFirst } from "./order-results.ts";
import { ResultTile } from "./result-tile.tsx";
import { useImageResults } from "./use-image-results.ts";

export interface ImageResultsProps {
  address: BundleAddress;
  samples: LabSamples;
  classes: TargetClasses;
}

const tilesAtOnce = 12;

/** What the model outlines and finds in test images, beside what was drawn, the worst first. It runs in this browser, when asked to. */
export function ImageResults(props: ImageResultsProps) {
  const t = useTranslations("models.results");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card className="min-w-0">
      <CardHeader title={t("title")} description={t("lead", { count: props.samples.items.length })} />
      {isOpen ? <OpenResults {...props} /> : <Button onClick={() => setIsOpen(true)}>{t("open")}</Button>}
    </Card>
  );
}

function OpenResults({ address, samples, classes }: ImageResultsProps) {
  const t = useTranslations("models.results");
  const state = useLabEngine(address);
  const { results, failure } = useImageResults(state.status === "ready" ? state.engine : null, samples);
  const [shown, setShown] = useState<"model" | "drawn">("model");
  const [tiles, setTiles] = useState(tilesAtOnce);
  const colours = useMemo(() => targetColours(classes), [classes]);
  const total = samples.items.length;
  const error = state.status === "failed" ? state.error : failure;
  if (error) return <LabFailure error={error} onRetry={() => window.location.reload()} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          aria-label={t("shown")}
          options={[
            { value: "model", label: t("model") },
            { value: "drawn", label: t("drawn") },
          ]}
          value={shown}
          onValueChange={setShown}
        />
        <TargetNames classes={classes} colours={colours} />
      </div>
      {results.length < total ? <Progress value={results.length / total} label={t("running")} /> : null}
      <ul className="dark grid grid-cols-2 gap-3 rounded-lg bg-image-surround p-3 text-image-surround-foreground sm:grid-cols-3 lg:grid-cols-4">
        {worstFirst(results)
          .slice(0, tiles)
          .map((result) => (
            <ResultTile key={result.index} result={result} shown={shown} colours={colours} />
          ))}
      </ul>
      {tiles < results.length ? (
        <Button variant="secondary" className="self-center" onClick={() => setTiles(tiles + tilesAtOnce)}>
          {t("more")}
        </Button>
      ) : null}
    </div>
  );
}
