"use client";

import { MoveHorizontal, MoveVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PointerEvent, useRef } from "react";
import { paintPicture } from "../images/paint.ts";
import type { PictureFeed } from "../images/picture-feed.ts";
import type { LatentAxis } from "../state/latent-axis.ts";
import { LiveCanvas } from "./picture-canvas.tsx";

interface Handle {
  readonly latent: number;
  readonly axis: LatentAxis;
  readonly offset: number;
}

export interface ToyPictureProps {
  edited: PictureFeed;
  /** What a drag to the side moves, and a drag up or down. */
  across: Handle | null;
  along: Handle | null;
  onMove: (latent: number, offset: number) => void;
}

/** A drag over the whole picture, in s.d. */
const FULL_DRAG_DEVIATIONS = 5;

/** The picture itself as the handle; the sliders beside it do the same for keyboards. Fingers can still scroll the page over it. */
export function ToyPicture({ edited, across, along, onMove }: ToyPictureProps) {
  const t = useTranslations("lab");
  const start = useRef<{ x: number; y: number; across: number; along: number } | null>(null);

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, y: event.clientY, across: across?.offset ?? 0, along: along?.offset ?? 0 };
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (!start.current) return;
    const perPixel = FULL_DRAG_DEVIATIONS / event.currentTarget.clientWidth;
    move(across, start.current.across + (event.clientX - start.current.x) * perPixel);
    if (event.pointerType !== "touch") move(along, start.current.along - (event.clientY - start.current.y) * perPixel);
  }

  function move(handle: Handle | null, offset: number) {
    if (!handle) return;
    const { latent, axis } = handle;
    onMove(latent, Math.min(axis.high, Math.max(axis.low, axis.own + offset)) - axis.own);
  }

  function onPointerEnd() {
    start.current = null;
  }

  return (
    <figure className="mx-auto w-full max-w-[34rem]">
      <div
        className="relative aspect-square cursor-move touch-pan-y overflow-hidden rounded-lg bg-black select-none"
        data-testid="toy-picture"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      >
        <LiveCanvas feed={edited} paint={paintPicture} label={t("panels.editedLabel")} testId="lab-edited" />
      </div>
      <figcaption className="mt-2 flex items-center justify-center gap-3 text-[0.8125rem] text-muted-foreground">
        <span className="flex items-center gap-1">
          <MoveHorizontal aria-hidden className="size-4" />
          {across ? `z${across.latent}` : null}
        </span>
        {t("toy.drag")}
        <span className="flex items-center gap-1 pointer-coarse:hidden">
          <MoveVertical aria-hidden className="size-4" />
          {along ? `z${along.latent}` : null}
        </span>
      </figcaption>
    </figure>
  );
}
