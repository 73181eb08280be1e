"use client";

import { useTranslations } from "next-intl";
import { psnrOf } from "../images/picture.ts";
import type { LabModel } from "../state/lab-model.ts";
import type { Shown } from "../use-lab.ts";
import { useLabFormat } from "./use-lab-format.ts";

/** 6 dB less than usual is twice the error: the image is probably of another kind than those the model was trained on. */
const NOTABLE_LOSS_DECIBEL = 6;

/** Says gently that an own image is unlike the training images, when the model can't redraw it as well as those. */
export function UnlikeTrainingNote({ model, shown }: { model: LabModel; shown: Shown }) {
  const t = useTranslations("lab.own");
  const format = useLabFormat();
  if (shown.source.kind !== "own") return null;
  const psnr = psnrOf(shown.encoding.input, shown.reconstruction);
  const isUnlike = model.psnr !== null && psnr < model.psnr - NOTABLE_LOSS_DECIBEL;
  return (
    <p
      role="note"
      className={
        isUnlike
          ? "rounded-lg bg-warning-surface px-4 py-3 text-sm break-words"
          : "text-sm break-words text-muted-foreground"
      }
    >
      {isUnlike && model.psnr !== null
        ? t("unlike", { psnr: format.plain(psnr, 1), usual: format.plain(model.psnr, 1) })
        : t("onThisDevice", { name: shown.source.name })}
    </p>
  );
}
