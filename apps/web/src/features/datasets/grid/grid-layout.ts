/** Edge lengths of a cell in CSS pixels that the zoom control steps through. */
export const zoomSteps = [32, 48, 64, 96, 128, 192] as const;

export const defaultZoom = 96;

/** Gap between two images in CSS pixels. */
export const cellGap = 2;

/** Images in a row of `width` CSS pixels; at least one, however narrow the window. */
export function columnsFor(width: number, cell: number): number {
  return Math.max(1, Math.floor((width + cellGap) / (cell + cellGap)));
}

export function rowsFor(count: number, columns: number): number {
  return Math.ceil(count / columns);
}

/**
 * How many images one request brings: about `targetBytes` of pixels, between 16 and 256, a power of two so that blocks
 * start at the same images whatever the window's width is and the browser's cache hits.
 */
export function blockSizeFor(imageBytes: number, targetBytes = 384 * 1024): number {
  const wanted = Math.max(16, Math.min(256, targetBytes / Math.max(1, imageBytes)));
  return 2 ** Math.floor(Math.log2(wanted));
}

/** Blocks that hold positions `first` … `last` (both included), nearest to the middle of what is seen first. */
export function blocksBetween(first: number, last: number, blockSize: number): number[] {
  const from = Math.floor(Math.max(0, first) / blockSize);
  const to = Math.floor(Math.max(0, last) / blockSize);
  const middle = (from + to) / 2;
  const blocks = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return blocks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
}

/** The position that a key leads to from `position`, or null when the key is none of the grid's. */
export function moveFocus(
  position: number,
  key: string,
  grid: { columns: number; count: number; rowsPerPage: number; wholeGrid?: boolean },
): number | null {
  const { columns, count, rowsPerPage } = grid;
  const rowStart = position - (position % columns);
  const last = count - 1;
  // A step down past the last full row lands on the last image instead of nowhere.
  const vertical = (to: number) => (to < 0 ? position % columns : Math.min(last, to));
  switch (key) {
    case "ArrowRight":
      return Math.min(last, position + 1);
    case "ArrowLeft":
      return Math.max(0, position - 1);
    case "ArrowDown":
      return vertical(position + columns);
    case "ArrowUp":
      return position < columns ? position : position - columns;
    case "PageDown":
      return vertical(position + columns * rowsPerPage);
    case "PageUp":
      return vertical(position - columns * rowsPerPage);
    case "Home":
      return grid.wholeGrid ? 0 : rowStart;
    case "End":
      return grid.wholeGrid ? last : Math.min(last, rowStart + columns - 1);
    default:
      return null;
  }
}
