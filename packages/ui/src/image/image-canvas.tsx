"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { cn } from "../class-names.ts";
import { type ColourMap, type Picture, toRgba } from "./to-rgba.ts";

export interface ImageCanvasProps extends Picture {
  /** What the picture shows, for those who don't see it. Empty for decoration. */
  label: string;
  colourMap?: ColourMap;
  /** Crisp pixels, or smoothed when scaled up. */
  scaling?: "pixelated" | "smooth";
  /** Drawn over the picture, in the same square: an overlay, a mark. */
  children?: ReactNode;
  className?: string;
}

/**
 * Draws pixel values on a canvas of exactly `width × height`, which CSS scales to the box. It redraws before the browser
 * paints, so a slider's value and its picture reach the screen in the same frame.
 */
export function ImageCanvas(props: ImageCanvasProps) {
  const { pixels, width, height, channels, colourMap, scaling = "smooth", label, children, className } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const rgba = toRgba({ pixels, width, height, channels }, colourMap);
    context.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [pixels, width, height, channels, colourMap]);
  return (
    <div
      className={cn("relative overflow-hidden rounded-lg bg-image-surround", className)}
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={label}
        className="size-full"
        style={{ imageRendering: scaling === "pixelated" ? "pixelated" : "auto" }}
      />
      {children}
    </div>
  );
}
