"use client";

import { cn, SignedBarMark } from "@diaphane/ui";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { LatentAxis } from "../state/latent-axis.ts";
import { useLatentName } from "./latent-names.tsx";
import { LatentSlider } from "./latent-slider.tsx";
import { type StripSource, TraversalStrip } from "./traversal-strip.tsx";
import { useLabFormat } from "./use-lab-format.ts";

export interface LatentRowProps {
  latent: number;
  axis: LatentAxis;
  /** From the image's own code, in s.d. */
  offset: number;
  contribution: number;
  contributionBefore: number;
  /** The longest bar of the list. */
  extent: number;
  strip: StripSource;
  onMove: (latent: number, offset: number) => void;
}

/** One latent: its pictures with the slider over them, where it stands, and what it adds to the prediction. */
export const LatentRow = memo(function LatentRow(props: LatentRowProps) {
  const { latent, axis, offset, contribution, contributionBefore, extent, strip, onMove } = props;
  const t = useTranslations("lab");
  const format = useLabFormat();
  const named = useLatentName(latent);
  const hasMoved = offset !== 0;
  return (
    <li className="grid grid-cols-[3.25rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 py-2 sm:grid-cols-[3.75rem_minmax(0,1fr)_10.5rem] lg:grid-cols-[4rem_minmax(0,1fr)_13rem]">
      {named ? (
        <p className="col-span-full text-sm break-words" title={named.meaning || undefined}>
          {named.name}
        </p>
      ) : null}
      <div className="flex flex-col items-start">
        <span className="font-mono text-sm" title={t("list.latentName", { latent })}>
          z{latent}
        </span>
        <span className={cn("tabular text-xs whitespace-nowrap", hasMoved ? "text-primary" : "text-muted-foreground")}>
          {format.deviations(axis.own + offset)}
        </span>
      </div>
      <div className="relative h-11 sm:h-14 2xl:h-18">
        <TraversalStrip latent={latent} axis={axis} source={strip} />
        <LatentSlider latent={latent} axis={axis} offset={offset} contribution={contribution} onMove={onMove} />
      </div>
      <div className="col-start-2 flex items-center gap-2 sm:col-start-3">
        <div className="relative min-w-0 flex-1">
          <SignedBarMark value={contribution} extent={extent} />
          {hasMoved ? <BeforeMark value={contributionBefore} extent={extent} /> : null}
        </div>
        <span className="tabular w-12 text-right text-sm">{format.signed(contribution)}</span>
        <button
          type="button"
          onClick={() => onMove(latent, 0)}
          disabled={!hasMoved}
          aria-label={t("list.resetOne", { latent })}
          className="rounded-sm p-1 text-muted-foreground hover:text-foreground disabled:invisible"
        >
          <RotateCcw aria-hidden className="size-3.5" />
        </button>
      </div>
    </li>
  );
});

/** Where the bar ended before the slider moved. */
function BeforeMark({ value, extent }: { value: number; extent: number }) {
  const share = Math.max(-1, Math.min(1, value / extent));
  return (
    <div
      aria-hidden
      className="absolute -inset-y-0.5 w-0.5 -translate-x-1/2 bg-foreground"
      style={{ left: `${50 + share * 50}%` }}
    />
  );
}
