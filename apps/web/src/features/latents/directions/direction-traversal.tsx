"use client";

import type { Direction } from "@diaphane/model/latent";
import { EmptyState } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { LabFailure } from "@/features/latent-lab/components/lab-failure.tsx";
import { LabLoading } from "@/features/latent-lab/components/lab-loading.tsx";
import type { BundleAddress } from "@/features/latent-lab/engine/protocol.ts";
import { fetchSamples, type LabSamples } from "@/features/latent-lab/samples.ts";
import { useLabEngine } from "@/features/latent-lab/use-lab-engine.ts";
import { TraversalRows } from "./traversal-rows.tsx";

/** As many images as show whether a direction does the same to all. */
const mostImages = 6;

/** What a traversal is drawn with and on. */
export interface TraversalLab {
  readonly address: BundleAddress;
  /** Null where the reader may see no images, or there are none. */
  readonly samples: LabSamples | null;
}

export interface DirectionTraversalProps {
  lab: TraversalLab;
  direction: Direction;
  classes: readonly string[];
}

/** The direction drawn on real images of the set, by the model itself in this browser. */
export function DirectionTraversal(props: DirectionTraversalProps) {
  const t = useTranslations("latents.directions.traversal");
  const [attempt, setAttempt] = useState(0);
  return (
    <section aria-labelledby="traversal-title" className="flex flex-col gap-3">
      <h3 id="traversal-title" className="font-semibold">
        {t("title")}
      </h3>
      <p className="max-w-prose text-sm text-muted-foreground">{t("lead")}</p>
      {props.lab.samples ? (
        <Drawn key={attempt} {...props} samples={props.lab.samples} onRetry={() => setAttempt(attempt + 1)} />
      ) : (
        <EmptyState title={t("noImages")}>{t("noImagesHelp")}</EmptyState>
      )}
    </section>
  );
}

function Drawn(props: DirectionTraversalProps & { samples: LabSamples; onRetry: () => void }) {
  const { lab, samples, direction, classes, onRetry } = props;
  const engine = useLabEngine(lab.address);
  const images = useQuery({
    queryKey: ["lab-samples", samples.url],
    queryFn: () => fetchSamples(samples),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const few = useMemo(() => new Map([...(images.data ?? [])].slice(0, mostImages)), [images.data]);
  if (engine.status === "failed") return <LabFailure error={engine.error} onRetry={onRetry} />;
  if (images.isError) return <LabFailure error={images.error} onRetry={onRetry} />;
  if (engine.status === "loading" || images.isPending) {
    const bytes = engine.status === "loading" ? engine : { loadedBytes: 0, totalBytes: 0 };
    return <LabLoading loadedBytes={bytes.loadedBytes} totalBytes={bytes.totalBytes} className="min-h-40" />;
  }
  return <TraversalRows engine={engine.engine} images={few} direction={direction} classes={classes} />;
}
