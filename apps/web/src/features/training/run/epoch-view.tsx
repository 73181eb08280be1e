"use client";

import { Card, CardHeader, Slider } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { EpochFrame, RunProgress } from "../progress/run-progress.ts";
import { LatentBars } from "./latent-bars.tsx";
import { ReconstructionStrip } from "./reconstruction-strip.tsx";

/** The model at one epoch: what it redraws and which latents are alive. Follows the newest until it is moved back. */
export function EpochView({ runId, progress }: { runId: string; progress: RunProgress }) {
  const t = useTranslations("training.run");
  const { frames } = progress;
  // Null follows the newest; a frame is held by its epoch, since thinning moves the places.
  const [heldEpoch, setHeldEpoch] = useState<number | null>(null);
  const heldAt = heldEpoch === null ? -1 : frames.findIndex((frame) => frame.epoch >= heldEpoch);
  const position = heldAt === -1 ? frames.length - 1 : heldAt;
  const frame = frames[position];
  const isNewest = position === frames.length - 1;
  const klPerLatent = frame === undefined || isNewest ? progress.klPerLatent : frame.klPerLatent;
  return (
    <>
      <Card className="min-w-0">
        <CardHeader title={t("reconstructions")} description={t("reconstructionsHelp")} />
        {frame === undefined ? (
          <p className="grid h-40 place-items-center rounded-lg bg-image-surround text-sm text-image-surround-foreground">
            {t("reconstructionsNone")}
          </p>
        ) : (
          <Strip runId={runId} frames={frames} position={position} />
        )}
        {frames.length > 1 ? (
          <Scrubber
            frames={frames}
            position={position}
            onMove={(to) => setHeldEpoch(to === frames.length - 1 ? null : (frames[to]?.epoch ?? null))}
          />
        ) : null}
      </Card>
      <Card>
        <CardHeader title={t("latents")} description={t("latentsHelp")} />
        {klPerLatent.length === 0 ? (
          <p className="text-sm text-muted-foreground">{t("latentsNone")}</p>
        ) : (
          <LatentBars klPerLatent={klPerLatent} />
        )}
      </Card>
    </>
  );
}

/** A frame whose picture is still on its way shows the one before it. */
function Strip({ runId, frames, position }: { runId: string; frames: readonly EpochFrame[]; position: number }) {
  const t = useTranslations("training.run");
  const drawn = frames.slice(0, position + 1).findLast((frame) => frame.reconstructions !== null);
  if (!drawn?.reconstructions) return <p className="text-sm text-muted-foreground">{t("reconstructionsNone")}</p>;
  const { sha256, count } = drawn.reconstructions;
  return (
    <ReconstructionStrip
      src={`/api/runs/${runId}/reconstructions/${sha256}`}
      count={count}
      alt={t("reconstructionsAlt", { count, epoch: drawn.epoch })}
    />
  );
}

function Scrubber(props: { frames: readonly EpochFrame[]; position: number; onMove: (position: number) => void }) {
  const t = useTranslations("training.run");
  const labelId = useId();
  const epochAt = (position: number) => t("epochShown", { epoch: props.frames[position]?.epoch ?? 0 });
  return (
    <div className="mt-3 flex items-center gap-4">
      <span id={labelId} className="sr-only">
        {t("epochSlider")}
      </span>
      <Slider
        aria-labelledby={labelId}
        min={0}
        max={props.frames.length - 1}
        largeStep={Math.max(1, Math.round(props.frames.length / 10))}
        value={props.position}
        valueText={epochAt}
        onValueChange={props.onMove}
      />
      <output className="w-36 shrink-0 text-right text-sm">{epochAt(props.position)}</output>
    </div>
  );
}
