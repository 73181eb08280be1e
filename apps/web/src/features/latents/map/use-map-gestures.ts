"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { Place } from "./pick-points.ts";
import { type CanvasSize, type MapView, toMap, wholeMap, zoomed } from "./view-transform.ts";

const step = 40;
const zoomStep = 1.3;

/** Drawing around points, moving and zooming: by pointer, wheel and keyboard. @param onOutline hears a closed outline, in the map's own places */
export function useMapGestures(size: CanvasSize, onOutline: (outline: Place[]) => void) {
  const [view, setView] = useState<MapView>(() => wholeMap(size));
  const [outline, setOutline] = useState<readonly Place[]>([]);
  // The outline as it was drawn, while its render may be behind: a pointer that moves and lifts at once loses no corner.
  const drawn = useRef<Place[]>([]);
  const canvas = useRef<HTMLCanvasElement>(null);

  // React listens to wheels passively: the page would scroll along.
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const at = placeOn(element, size, event);
      setView((before) => zoomed(before, size, at, event.deltaY < 0 ? zoomStep : 1 / zoomStep));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [size]);

  function draw(places: Place[]) {
    drawn.current = places;
    setOutline(places);
  }

  return {
    canvas,
    view,
    outline,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
        event.currentTarget.setPointerCapture(event.pointerId);
        draw([placeOn(event.currentTarget, size, event)]);
      },
      onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
        if (drawn.current.length > 0) draw([...drawn.current, placeOn(event.currentTarget, size, event)]);
      },
      onPointerUp() {
        const closed = drawn.current;
        draw([]);
        if (closed.length > 2) onOutline(closed.map((at) => toMap(view, size, at)));
      },
      onPointerCancel() {
        draw([]);
      },
      onKeyDown(event: KeyboardEvent<HTMLCanvasElement>) {
        const next = viewAfter(event.key, view, size);
        if (!next) return;
        event.preventDefault();
        setView(next);
      },
    },
  };
}

function viewAfter(key: string, view: MapView, size: CanvasSize): MapView | null {
  const by = step / view.scale;
  const middle = [size.width / 2, size.height / 2] as const;
  if (key === "ArrowLeft") return { ...view, x: view.x - by };
  if (key === "ArrowRight") return { ...view, x: view.x + by };
  if (key === "ArrowUp") return { ...view, y: view.y + by };
  if (key === "ArrowDown") return { ...view, y: view.y - by };
  if (key === "+" || key === "=") return zoomed(view, size, middle, zoomStep);
  if (key === "-") return zoomed(view, size, middle, 1 / zoomStep);
  return key === "0" ? wholeMap(size) : null;
}

/** Where a pointer is, in pixels of the canvas itself, which CSS may show at another size. */
function placeOn(
  element: HTMLCanvasElement,
  size: CanvasSize,
  { clientX, clientY }: { clientX: number; clientY: number },
): Place {
  const box = element.getBoundingClientRect();
  return [((clientX - box.left) / box.width) * size.width, ((clientY - box.top) / box.height) * size.height];
}
