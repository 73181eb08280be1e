"use client";

import { useTranslations } from "next-intl";
import { memo, useCallback, useMemo, useState } from "react";
import { paintAttention, paintDifference, paintPicture } from "../images/paint.ts";
import { differenceScale, meanAttention, type Picture, psnrOf } from "../images/picture.ts";
import type { PictureFeed } from "../images/picture-feed.ts";
import type { LabModel } from "../state/lab-model.ts";
import type { LabAction } from "../state/lab-reducer.ts";
import type { DifferenceView } from "../state/lab-state.ts";
import type { Shown } from "../use-lab.ts";
import { DifferenceLegend } from "./difference-legend.tsx";
import { useFoundTargets } from "./found-targets.tsx";
import { ImagePanel } from "./image-panel.tsx";
import { LabTerm } from "./lab-term.tsx";
import { LiveCanvas, PictureCanvas } from "./picture-canvas.tsx";
import { ToggleChip } from "./toggle-chip.tsx";
import { useLabFormat } from "./use-lab-format.ts";

export interface ImagePanelsProps {
  model: LabModel;
  shown: Shown;
  edited: PictureFeed;
  attention: boolean;
  difference: DifferenceView;
  dispatch: (action: LabAction) => void;
}

/** Original, reconstruction, with sliders, difference. */
export const ImagePanels = memo(function ImagePanels({
  model,
  shown,
  edited,
  attention: isAttentionShown,
  difference,
  dispatch,
}: ImagePanelsProps) {
  const t = useTranslations("lab");
  const format = useLabFormat();
  const [scale, setScale] = useState(0.1);
  const { encoding, reconstruction } = shown;
  const original = encoding.input;
  const attention = useMemo(
    () => meanAttention(encoding.attention, encoding.attentionHeight, encoding.attentionWidth),
    [encoding],
  );
  const found = useFoundTargets(model, encoding);
  const [isOutlined, setIsOutlined] = useState(true);
  const from = difference === "change" ? reconstruction : original;

  const paintOriginal = useCallback((canvas: HTMLCanvasElement) => paintPicture(canvas, original), [original]);
  const paintOverlay = useCallback((canvas: HTMLCanvasElement) => paintAttention(canvas, attention), [attention]);
  const paintReconstruction = useCallback(
    (canvas: HTMLCanvasElement) => paintPicture(canvas, reconstruction),
    [reconstruction],
  );
  const paintChange = useCallback(
    (canvas: HTMLCanvasElement, picture: Picture) => {
      if (picture.pixels.length !== from.pixels.length) return;
      const fitting = differenceScale(from, picture);
      setScale(fitting);
      paintDifference(canvas, from, picture, fitting);
    },
    [from],
  );

  return (
    <div className="grid grid-cols-2 gap-3 self-start sm:grid-cols-4 lg:gap-4">
      <ImagePanel
        title={t("panels.original")}
        aside={
          <span className="flex flex-wrap gap-1">
            {found ? (
              <ToggleChip isOn={isOutlined} onToggle={() => setIsOutlined(!isOutlined)}>
                {t("panels.outlines")}
              </ToggleChip>
            ) : null}
            <ToggleChip isOn={isAttentionShown} onToggle={() => dispatch({ type: "attentionToggled" })}>
              {t("panels.attention")}
            </ToggleChip>
          </span>
        }
        below={found && isOutlined ? found.names : null}
      >
        <PictureCanvas paint={paintOriginal} label={t("panels.originalLabel")} testId="lab-original" />
        {isAttentionShown ? (
          <PictureCanvas
            paint={paintOverlay}
            label={t("terms.attention")}
            testId="lab-attention"
            className="absolute inset-0"
          />
        ) : null}
        {found && isOutlined ? found.overlay : null}
      </ImagePanel>
      <ImagePanel
        title={<LabTerm name="reconstruction">{t("panels.reconstruction")}</LabTerm>}
        aside={
          <span className="tabular">
            <LabTerm name="psnr">
              {t("panels.psnr", { value: format.plain(psnrOf(original, reconstruction), 1) })}
            </LabTerm>
          </span>
        }
      >
        <PictureCanvas
          paint={paintReconstruction}
          label={t("panels.reconstructionLabel")}
          testId="lab-reconstruction"
        />
      </ImagePanel>
      <ImagePanel title={t("panels.edited")} aside={<span className="text-primary">{t("panels.live")}</span>}>
        <LiveCanvas feed={edited} paint={paintPicture} label={t("panels.editedLabel")} testId="lab-edited" />
      </ImagePanel>
      <ImagePanel
        title={<LabTerm name="difference">{t("panels.difference")}</LabTerm>}
        aside={
          <ToggleChip
            isOn={difference === "loss"}
            onToggle={() =>
              dispatch({ type: "differencePicked", difference: difference === "loss" ? "change" : "loss" })
            }
          >
            {t("panels.toOriginal")}
          </ToggleChip>
        }
      >
        <LiveCanvas feed={edited} paint={paintChange} label={t(`panels.${difference}Label`)} testId="lab-difference" />
        <DifferenceLegend scale={scale} />
      </ImagePanel>
    </div>
  );
});
