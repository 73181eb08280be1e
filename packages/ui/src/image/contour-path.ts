/**
 * The outline of all pixels of one class, along the edges of pixels, as the path of an SVG whose unit is a pixel. Where the
 * class reaches the border of the image, the border is part of it.
 *
 * @param mask `[height, width]`, the class of each pixel
 */
export function contourPath(mask: Uint8Array, width: number, height: number, classIndex: number): string {
  const isInside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === classIndex;
  const lines: string[] = [];
  for (let y = 0; y <= height; y++) {
    for (const [from, to] of runs(width, (x) => isInside(x, y - 1) !== isInside(x, y)))
      lines.push(`M${from} ${y}H${to}`);
  }
  for (let x = 0; x <= width; x++) {
    for (const [from, to] of runs(height, (y) => isInside(x - 1, y) !== isInside(x, y)))
      lines.push(`M${x} ${from}V${to}`);
  }
  return lines.join("");
}

/** Where a condition begins and ceases to hold, over 0 … length. */
function* runs(length: number, holds: (at: number) => boolean): Generator<[number, number]> {
  let start = -1;
  for (let at = 0; at <= length; at++) {
    const isOn = at < length && holds(at);
    if (isOn && start < 0) start = at;
    if (isOn || start < 0) continue;
    yield [start, at];
    start = -1;
  }
}
