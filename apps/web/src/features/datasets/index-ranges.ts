/** Most images that one request for pixels may name. */
export const maxImagesPerRequest = 512;

/**
 * Writes ascending sample indices as ranges, e.g. `[0,1,2,7]` → `"0-2,7"`: a block of an unfiltered grid is
 * one short range, so that its URL (and with it the browser's cache entry) stays the same between visits.
 */
export function formatIndexRanges(indices: ArrayLike<number>): string {
  const parts: string[] = [];
  let start = 0;
  for (let i = 1; i <= indices.length; i++) {
    if (i < indices.length && indices[i] === (indices[i - 1] ?? 0) + 1) continue;
    const first = indices[start];
    const last = indices[i - 1];
    parts.push(first === last ? `${first}` : `${first}-${last}`);
    start = i;
  }
  return parts.join(",");
}

/**
 * Reads what `formatIndexRanges` wrote. Returns null for anything else: not ascending, repeated, empty, or more
 * than `limit` images (checked before a range is expanded, so that `0-4000000000` costs nothing).
 */
export function parseIndexRanges(text: string, limit = maxImagesPerRequest): number[] | null {
  const indices: number[] = [];
  let previous = -1;
  for (const part of text.split(",")) {
    const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part);
    if (!match) return null;
    const first = Number(match[1]);
    const last = match[2] === undefined ? first : Number(match[2]);
    if (first <= previous || last < first || indices.length + last - first + 1 > limit) return null;
    for (let index = first; index <= last; index++) indices.push(index);
    previous = last;
  }
  return indices;
}
