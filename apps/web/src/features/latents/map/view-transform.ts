/** Which part of the map is in sight: pixels = (position − centre) · scale + half of the canvas. */
export interface MapView {
  x: number;
  y: number;
  /** Pixels of one unit of the map. */
  scale: number;
}

export interface CanvasSize {
  width: number;
  height: number;
}

/** All of the map, with a margin. */
export function wholeMap({ width, height }: CanvasSize): MapView {
  return { x: 0, y: 0, scale: Math.min(width, height) * 0.47 };
}

/** y points up in the map and down on the screen. */
export function toMap(view: MapView, { width, height }: CanvasSize, [x, y]: readonly [number, number]) {
  return [(x - width / 2) / view.scale + view.x, view.y - (y - height / 2) / view.scale] as const;
}

export function toScreen(view: MapView, { width, height }: CanvasSize, [x, y]: readonly [number, number]) {
  return [(x - view.x) * view.scale + width / 2, height / 2 - (y - view.y) * view.scale] as const;
}

/** Closer or farther, with the place of the map under `at` staying where it is. */
export function zoomed(view: MapView, size: CanvasSize, at: readonly [number, number], factor: number): MapView {
  const [x, y] = toMap(view, size, at);
  const scale = Math.min(1e5, Math.max(20, view.scale * factor));
  const share = view.scale / scale;
  return { scale, x: x + (view.x - x) * share, y: y + (view.y - y) * share };
}
