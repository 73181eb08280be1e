"use client";

import type { ClassContrast } from "@diaphane/model";
import type { Contributions } from "@diaphane/model/latent";
import { ErrorState, Progress } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLabFormat } from "../components/use-lab-format.ts";
import type { LabEngine } from "../engine/engine-client.ts";
import type { QuietQueue } from "../engine/quiet-queue.ts";
import { paintAttention, paintSigned } from "../images/paint.ts";
import { meanAttention } from "../images/picture.ts";
import type { Shown } from "../use-lab.ts";
import { OverlayPanel } from "./overlay-panel.tsx";
import { useImageExplanations } from "./use-image-explanations.ts";

export interface ExplanationRowProps {
  engine: LabEngine;
  shown: Shown;
  quietly: QuietQueue;
  contrast: ClassContrast;
  /** The class's score as the sum of its latents' contributions, for the image as it is. */
  sum: Contributions;
  className: string;
  /** Where it was checked whether such maps mean anything for this version; null where it was not, or the reader may not see it. */
  checksUrl: string | null;
}

/** Four explanations of the image as it is, side by side, each with what it can and cannot say. */
export function ExplanationRow(props: ExplanationRowProps) {
  const { engine, shown, quietly, contrast, sum, className: name, checksUrl } = props;
  const t = useTranslations("lab.explanations");
  const format = useLabFormat();
  const asked = { engine, shown, quietly, contrast, contributions: sum.contributions };
  const { found, share, failure } = useImageExplanations(asked);
  const { encoding } = shown;
  const { input } = encoding;
  const paint = useMemo(() => {
    const { height, width } = input;
    const attention = meanAttention(encoding.attention, encoding.attentionHeight, encoding.attentionWidth);
    const gradCam = found.gradCam && meanAttention(found.gradCam, height, width);
    const signed = (values: Float32Array, scale: number) => (canvas: HTMLCanvasElement) =>
      paintSigned(canvas, { values, height, width }, scale);
    const extents = { contributions: extentOf(found.contributions?.map), occlusion: extentOf(found.occlusion) };
    return {
      extents,
      attention: (canvas: HTMLCanvasElement) => paintAttention(canvas, attention),
      gradCam: gradCam && ((canvas: HTMLCanvasElement) => paintAttention(canvas, gradCam)),
      contributions: found.contributions && signed(found.contributions.map, extents.contributions),
      occlusion: found.occlusion && signed(found.occlusion, extents.occlusion),
    };
  }, [encoding, input, found]);
  const hasNoGradCam = found.gradCam?.every((value) => value === 0) ?? false;
  return (
    <div className="flex flex-col gap-3" data-testid="lab-explanations" data-done={share >= 1 ? "true" : "false"}>
      <p className="text-sm text-muted-foreground">
        {t("lead", { name })}{" "}
        {checksUrl
          ? t.rich("checks", {
              link: (text) => (
                <Link href={checksUrl} className="text-primary underline underline-offset-4">
                  {text}
                </Link>
              ),
            })
          : null}
      </p>
      {failure ? <ErrorState title={t("failed")} code={String(failure)} /> : null}
      {share < 1 && !failure ? <Progress value={share} label={t("computing")} /> : null}
      <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2 xl:grid-cols-4">
        <OverlayPanel
          title={t("contributions.title")}
          says={t("contributions.says", { name })}
          legend={
            found.contributions
              ? t("contributions.legend", {
                  sum: format.signed(sum.logit - sum.baseline),
                  unseen: format.signed(found.contributions.unseen),
                })
              : null
          }
          picture={shown.reconstruction}
          paint={paint.contributions}
          testId="lab-map-contributions"
        />
        <OverlayPanel
          title={t("attention.title")}
          says={t("attention.says")}
          picture={input}
          paint={paint.attention}
          testId="lab-map-attention"
        />
        <OverlayPanel
          title={t("gradCam.title")}
          says={t("gradCam.says", { name, side: encoding.attentionHeight })}
          legend={hasNoGradCam ? t("gradCam.nothing", { name }) : null}
          picture={input}
          paint={paint.gradCam}
          testId="lab-map-grad-cam"
        />
        <OverlayPanel
          title={t("occlusion.title")}
          says={t("occlusion.says", { name })}
          legend={found.occlusion ? t("occlusion.legend", { extent: format.plain(paint.extents.occlusion, 3) }) : null}
          picture={input}
          paint={paint.occlusion}
          testId="lab-map-occlusion"
        />
      </div>
    </div>
  );
}

function extentOf(map: Float32Array | null | undefined): number {
  return map?.reduce((most, value) => Math.max(most, Math.abs(value)), Number.EPSILON) ?? 1;
}
