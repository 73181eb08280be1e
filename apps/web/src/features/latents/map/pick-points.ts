/** A place of the map. */
export type Place = readonly [x: number, y: number];

/**
 * Images whose points are in sight and lie inside of a drawn outline (even-odd rule). What comes out are positions in the data set,
 * whatever was filtered before: point `i` is image `i`.
 *
 * @param positions `[count, 2]`; @param isVisible by image
 * @returns ascending
 */
export function pickPoints(
  positions: ArrayLike<number>,
  isVisible: (image: number) => boolean,
  outline: readonly Place[],
): number[] {
  const picked: number[] = [];
  for (let image = 0; image < positions.length / 2; image++) {
    if (!isVisible(image)) continue;
    if (isInside([positions[image * 2] ?? 0, positions[image * 2 + 1] ?? 0], outline)) picked.push(image);
  }
  return picked;
}

function isInside([x, y]: Place, outline: readonly Place[]): boolean {
  let inside = false;
  let [lastX, lastY] = outline.at(-1) ?? [0, 0];
  for (const [nextX, nextY] of outline) {
    if (nextY > y !== lastY > y && x < ((lastX - nextX) * (y - nextY)) / (lastY - nextY) + nextX) inside = !inside;
    [lastX, lastY] = [nextX, nextY];
  }
  return inside;
}
