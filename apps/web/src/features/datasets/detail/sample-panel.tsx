"use client";

import { Button, ImageCanvas, Skeleton, TargetOverlay } from "@diaphane/ui";
import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ImageShape } from "../grid/image-pixels.ts";
import { type SampleTable, sampleAt } from "../sample-table.ts";
import { hasTargets, type TargetClasses, targetColours } from "../targets.ts";
import { SampleFacts } from "./sample-facts.tsx";
import { TargetLegend } from "./target-legend.tsx";
import { useSampleDetails } from "./use-sample-details.ts";
import { useSampleImage } from "./use-sample-image.ts";
import { useSampleMask } from "./use-sample-mask.ts";

export interface SamplePanelProps {
  datasetName: string;
  versionId: string;
  shape: ImageShape;
  targets: TargetClasses;
  table: SampleTable;
  position: number;
  nameOfLabel(label: number | null): string;
  onPosition(position: number): void;
  onClose(): void;
}

/** One image, large, on a dark surround, with what is known of it. Arrow keys go through the filtered images. */
export function SamplePanel(props: SamplePanelProps) {
  const { versionId, shape, targets, table, position } = props;
  const t = useTranslations("datasets.sample");
  const panel = useRef<HTMLElement>(null);
  const sample = sampleAt(table, position);
  const count = table.indices.length;
  const around = [position - 1, position + 1].flatMap((other) => sampleAt(table, other)?.index ?? []);
  const image = useSampleImage(versionId, shape, sample?.index ?? 0, around);
  const details = useSampleDetails(versionId, sample?.index ?? 0);
  const [isOutlined, setIsOutlined] = useState(true);
  const colours = useMemo(() => targetColours(targets), [targets]);
  const mask = useSampleMask(versionId, shape, sample?.index ?? 0, isOutlined && targets.maskClasses.length > 0);
  useEffect(() => panel.current?.focus(), []);
  if (!sample) return null;

  function handleKey(event: KeyboardEvent) {
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (event.key === "Escape") props.onClose();
    else if (step !== 0 && position + step >= 0 && position + step < count) props.onPosition(position + step);
    else return;
    event.preventDefault();
  }

  const labelName = props.nameOfLabel(sample.label);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={t("title", { index: sample.index })}
      onKeyDown={handleKey}
      className="dark flex flex-col gap-4 overflow-y-auto bg-image-surround p-4 text-image-surround-foreground outline-hidden"
      data-testid="sample-panel"
    >
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <h2 className="text-sm font-semibold">{t("title", { index: sample.index })}</h2>
          <p className="tabular text-xs text-image-surround-foreground/70">
            {t("position", { position: position + 1, count })}
          </p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("previous")}
          disabled={position === 0}
          onClick={() => props.onPosition(position - 1)}
        >
          <ChevronLeft aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("next")}
          disabled={position >= count - 1}
          onClick={() => props.onPosition(position + 1)}
        >
          <ChevronRight aria-hidden />
        </Button>
        <Button variant="ghost" size="icon" aria-label={t("close")} onClick={props.onClose}>
          <X aria-hidden />
        </Button>
      </div>
      {image.data ? (
        <ImageCanvas
          pixels={image.data}
          width={shape.width}
          height={shape.height}
          channels={shape.channels === 3 ? 3 : 1}
          scaling="pixelated"
          label={t("alt", { index: sample.index, name: props.datasetName, label: labelName })}
          className="mx-auto w-full max-w-[min(100%,55vh)] shrink-0"
        >
          {isOutlined && !image.isPlaceholderData ? (
            <TargetOverlay
              width={shape.width}
              height={shape.height}
              mask={mask.data ?? null}
              boxes={details?.boxes ?? null}
              maskColours={colours.masks}
              boxColours={colours.boxes}
            />
          ) : null}
        </ImageCanvas>
      ) : image.isError ? (
        <p role="alert">{t("failed")}</p>
      ) : (
        <Skeleton className="aspect-square w-full" />
      )}
      {hasTargets(targets) ? (
        <TargetLegend
          classes={targets}
          colours={colours}
          boxes={details?.boxes}
          isOn={isOutlined}
          onToggle={setIsOutlined}
        />
      ) : null}
      <SampleFacts split={sample.split} labelName={labelName} details={details} />
      <p className="mt-auto text-xs text-image-surround-foreground/70">{t("keys")}</p>
    </aside>
  );
}
