"use client";

import { useLayoutEffect } from "react";
import { type PaintedPoints, packedColour, paintPoints } from "./paint-points.ts";
import type { Place } from "./pick-points.ts";
import { useMapGestures } from "./use-map-gestures.ts";

/** One for all windows: CSS scales it. */
const size = { width: 1200, height: 800 };

interface ScatterCanvasProps {
  painted: PaintedPoints;
  label: string;
  onOutline: (outline: Place[]) => void;
}

/** The points of a map, and the outline that is being drawn around some. */
export function ScatterCanvas({ painted, label, onOutline }: ScatterCanvasProps) {
  const { canvas, view, outline, handlers } = useMapGestures(size, onOutline);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(size.width, size.height);
    paintPoints(new Uint32Array(image.data.buffer), size, view, painted);
    context.putImageData(image, 0, 0);
  }, [canvas, view, painted]);
  return (
    <div className="relative overflow-hidden rounded-lg border border-border bg-card">
      <canvas
        ref={canvas}
        width={size.width}
        height={size.height}
        role="img"
        aria-label={label}
        tabIndex={0}
        data-testid="latent-map"
        className="block w-full cursor-crosshair touch-none"
        {...handlers}
      />
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="pointer-events-none absolute inset-0"
      >
        <polygon
          points={outline.map(([x, y]) => `${x},${y}`).join(" ")}
          fill="var(--primary)"
          fillOpacity="0.12"
          stroke="var(--primary)"
          strokeWidth="2"
        />
      </svg>
    </div>
  );
}

export function packedColours(groups: readonly { colour: string }[]): Uint32Array {
  return Uint32Array.from(groups, ({ colour }) => packedColour(colour));
}
