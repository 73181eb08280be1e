"use client";

import { cn } from "@diaphane/ui";
import { useCallback, useEffect, useRef, useState } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import type { QuietQueue } from "../engine/quiet-queue.ts";
import { paintStrip } from "../images/paint.ts";
import type { Picture } from "../images/picture.ts";
import { type LatentAxis, stripValues } from "../state/latent-axis.ts";
import type { Shown } from "../use-lab.ts";
import { PictureCanvas } from "./picture-canvas.tsx";

export interface StripSource {
  readonly engine: LabEngine;
  readonly shown: Shown;
  readonly quietly: QuietQueue;
}

/** Half the playhead's width: a range input's thumb stays inside of its track, so the axis begins and ends there. */
const INSET_PX = 7;
const TILES = 9;

/** The image with one latent at the 2nd … 98th percentile of the training images, laid along the slider's axis. */
export function TraversalStrip({ latent, axis, source }: { latent: number; axis: LatentAxis; source: StripSource }) {
  const place = useRef<HTMLDivElement>(null);
  const pictures = useStrip(latent, source, place);
  const paint = useCallback((canvas: HTMLCanvasElement) => paintStrip(canvas, pictures), [pictures]);
  const percent = (deviations: number) => ((deviations - axis.low) / (axis.high - axis.low)) * 100;
  // The first and last tile stand with their middles on the percentiles.
  const halfTile = (axis.stripHigh - axis.stripLow) / (TILES - 1) / 2;
  const [left, right] = [
    Math.max(0, percent(axis.stripLow - halfTile)),
    Math.min(100, percent(axis.stripHigh + halfTile)),
  ];
  return (
    <div ref={place} aria-hidden className="absolute inset-y-0" style={{ left: INSET_PX, right: INSET_PX }}>
      <div className="absolute inset-x-0 top-1/2 h-px bg-input" />
      <div
        className={cn(
          "absolute inset-y-0.5 overflow-hidden rounded-sm bg-image-surround",
          pictures.length === 0 && "animate-pulse",
        )}
        style={{ left: `${left}%`, width: `${right - left}%` }}
      >
        {pictures.length > 0 ? <PictureCanvas paint={paint} label="" className="object-fill" /> : null}
      </div>
      <div
        className="absolute bottom-0 size-0 -translate-x-1/2 border-x-4 border-b-5 border-x-transparent border-b-foreground"
        style={{ left: `${percent(axis.own)}%` }}
      />
    </div>
  );
}

/** The strip's pictures, decoded when it scrolls into sight and nobody is dragging. */
function useStrip(
  latent: number,
  { engine, shown, quietly }: StripSource,
  place: React.RefObject<HTMLDivElement | null>,
): readonly Picture[] {
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  useEffect(() => {
    let isGone = false;
    let takeBack = () => {};
    async function decode() {
      const values = stripValues(engine.model, latent, TILES);
      const { latentDim } = engine.model;
      const z = new Float32Array(TILES * latentDim);
      values.forEach((value, tile) => {
        z.set(shown.encoding.mu, tile * latentDim);
        z[tile * latentDim + latent] = value;
      });
      const pixels = await engine.decode(z, TILES);
      const size = pixels.length / TILES;
      if (!isGone)
        setPictures(
          values.map((_, tile) => ({
            ...shown.reconstruction,
            pixels: pixels.subarray(tile * size, (tile + 1) * size),
          })),
        );
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        takeBack = quietly.enqueue(decode);
      },
      { rootMargin: "200px" },
    );
    if (place.current) observer.observe(place.current);
    return () => {
      isGone = true;
      observer.disconnect();
      takeBack();
    };
  }, [engine, shown, quietly, latent, place]);
  return pictures;
}
