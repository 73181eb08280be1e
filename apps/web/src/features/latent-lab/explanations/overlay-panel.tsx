"use client";

import { Skeleton } from "@diaphane/ui";
import { type ReactNode, useCallback } from "react";
import { ImagePanel } from "../components/image-panel.tsx";
import { PictureCanvas } from "../components/picture-canvas.tsx";
import { paintPicture } from "../images/paint.ts";
import type { Picture } from "../images/picture.ts";

export interface OverlayPanelProps {
  title: string;
  /** What it can say, and what it cannot. */
  says: ReactNode;
  /** Under the picture: what the colours stand for. */
  legend?: ReactNode;
  picture: Picture;
  /** Paints the map over the picture; null while it is being made. */
  paint: ((canvas: HTMLCanvasElement) => void) | null;
  testId: string;
}

/** One explanation over the image, with its sentence. */
export function OverlayPanel({ title, says, legend, picture, paint, testId }: OverlayPanelProps) {
  const paintImage = useCallback((canvas: HTMLCanvasElement) => paintPicture(canvas, picture), [picture]);
  return (
    <ImagePanel
      title={title}
      below={
        <div className="flex w-full flex-col gap-1">
          {legend ? <p className="tabular text-xs">{legend}</p> : null}
          <p>{says}</p>
        </div>
      }
    >
      <PictureCanvas paint={paintImage} label="" />
      {paint ? (
        <PictureCanvas paint={paint} label={title} testId={testId} className="absolute inset-0" />
      ) : (
        <Skeleton className="absolute inset-0 rounded-none opacity-60" />
      )}
    </ImagePanel>
  );
}
