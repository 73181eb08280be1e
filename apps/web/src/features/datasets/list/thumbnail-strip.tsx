"use client";

import { useQuery } from "@tanstack/react-query";
import { useLayoutEffect, useRef } from "react";
import { fetchImages } from "../grid/fetch-images.ts";
import { createImageDrawer, imageBytes } from "../grid/image-pixels.ts";

/** Pictures in a strip. */
export const thumbnailCount = 8;

export interface ThumbnailStripProps {
  versionId: string;
  height: number;
  width: number;
  channels: number;
  imageCount: number;
  label: string;
}

/** A few images from all over a version, on one dark canvas. */
export function ThumbnailStrip({ versionId, height, width, channels, imageCount, label }: ThumbnailStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = Math.min(thumbnailCount, imageCount);
  const { data: pixels } = useQuery({
    queryKey: ["thumbnails", versionId],
    queryFn: ({ signal }) => {
      const spread = Array.from({ length: count }, (_, i) => Math.floor((i * imageCount) / count));
      return fetchImages(versionId, { height, width, channels }, spread, signal);
    },
    enabled: count > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !pixels) return;
    const shape = { height, width, channels };
    const draw = createImageDrawer(shape);
    const bytes = imageBytes(shape);
    for (let i = 0; i < count; i++) draw(context, pixels.subarray(i * bytes, (i + 1) * bytes), i * edge, 0, edge);
  }, [pixels, height, width, channels, count]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={thumbnailCount * edge}
      height={edge}
      className="block w-full bg-image-surround"
      style={{ aspectRatio: `${thumbnailCount} / 1` }}
    />
  );
}

/** Edge of a thumbnail in device pixels; CSS scales the strip to its card. */
const edge = 96;
