"use client";

import { cn } from "@diaphane/ui";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Picture } from "../images/picture.ts";
import type { PictureFeed } from "../images/picture-feed.ts";

interface CanvasProps {
  /** What it shows, for those who can't see it; empty when the text beside says it. */
  label: string;
  testId?: string;
  className?: string;
}

/** A canvas painted before the browser paints the page, so that a picture and its numbers reach the screen together. */
export function PictureCanvas({ paint, ...rest }: CanvasProps & { paint: (canvas: HTMLCanvasElement) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current) paint(canvas.current);
  }, [paint]);
  return <Canvas canvas={canvas} {...rest} />;
}

export interface LiveCanvasProps extends CanvasProps {
  feed: PictureFeed;
  paint: (canvas: HTMLCanvasElement, picture: Picture) => void;
}

/** A canvas that paints every picture of a feed the moment it arrives, without a render of the page. */
export function LiveCanvas({ feed, paint, ...rest }: LiveCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(
    () =>
      feed.subscribe((picture) => {
        if (canvas.current) paint(canvas.current, picture);
      }),
    [feed, paint],
  );
  return <Canvas canvas={canvas} {...rest} />;
}

function Canvas({ canvas, label, testId, className }: CanvasProps & { canvas: RefObject<HTMLCanvasElement | null> }) {
  return (
    <canvas
      ref={canvas}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      data-testid={testId}
      className={cn("block size-full", className)}
    />
  );
}
