import { checkImages, type ImageBatch, type Images } from "./image-set.ts";

/** For each output place: where its window of input places starts, and the weight of each. */
interface Resampling {
  start: Int32Array;
  weights: Float32Array[];
}

/**
 * Brings images to the size and channels that a network reads; trainer and browser both use this and get the same bytes.
 * Each axis by itself: area average when shrinking, bilinear (pixel centres aligned) when enlarging. RGB → gray by ITU-R BT.601
 * luminance, gray → RGB by repetition. Images that fit already are returned as they are, in memory or not; others come to be in memory.
 * @param batch `[count, height, width, channels]` → `[count, size, size, channels]`
 */
export function fitImages(batch: ImageBatch, size: number, channels: 1 | 3): ImageBatch;
export function fitImages(batch: Images, size: number, channels: 1 | 3): Images;
export function fitImages(batch: Images, size: number, channels: 1 | 3): Images {
  checkImages(batch, "given");
  if (batch.height === size && batch.width === size && batch.channels === channels) return batch;
  const rows = resampling(batch.height, size);
  const columns = resampling(batch.width, size);
  const images = new Uint8Array(batch.count * size * size * channels);
  const pixels = batch.height * batch.width;
  const plane = new Float32Array(pixels * channels);
  const narrowed = new Float32Array(batch.height * size * channels);
  for (let index = 0; index < batch.count; index++) {
    const source = batch.images.subarray(index * pixels * batch.channels, (index + 1) * pixels * batch.channels);
    convertChannels(source, batch.channels, plane, channels);
    resample(plane, narrowed, batch.height, batch.width, channels, columns);
    const fitted = images.subarray(index * size * size * channels, (index + 1) * size * size * channels);
    // Rows are resampled as one row of `size·channels`-wide pixels.
    resampleRounded(narrowed, fitted, size * channels, rows);
  }
  return { count: batch.count, height: size, width: size, channels, images };
}

function convertChannels(source: Uint8Array, from: number, target: Float32Array, to: number): void {
  if (from === to) {
    target.set(source);
    return;
  }
  const pixels = target.length / to;
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (to === 1) {
      const [red = 0, green = 0, blue = 0] = source.subarray(pixel * 3, pixel * 3 + 3);
      target[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
    } else {
      target.fill(source[pixel] ?? 0, pixel * 3, pixel * 3 + 3);
    }
  }
}

/** Along the columns of every row: `[height, width, channels]` → `[height, size, channels]`. */
function resample(
  source: Float32Array,
  target: Float32Array,
  height: number,
  width: number,
  channels: number,
  { start, weights }: Resampling,
): void {
  const size = start.length;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < size; column++) {
      const window = weights[column] ?? new Float32Array();
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        let place = (row * width + (start[column] ?? 0)) * channels + channel;
        for (const weight of window) {
          sum += weight * (source[place] ?? 0);
          place += channels;
        }
        target[(row * size + column) * channels + channel] = sum;
      }
    }
  }
}

/** Along the rows, rounded to bytes: `[height, stride]` → `[size, stride]`. */
function resampleRounded(
  source: Float32Array,
  target: Uint8Array,
  stride: number,
  { start, weights }: Resampling,
): void {
  const sums = new Float32Array(stride);
  weights.forEach((window, row) => {
    sums.fill(0);
    window.forEach((weight, offset) => {
      const from = ((start[row] ?? 0) + offset) * stride;
      for (let place = 0; place < stride; place++)
        sums[place] = (sums[place] ?? 0) + weight * (source[from + place] ?? 0);
    });
    for (let place = 0; place < stride; place++) target[row * stride + place] = Math.round(sums[place] ?? 0);
  });
}

function resampling(from: number, to: number): Resampling {
  const start = new Int32Array(to);
  const weights: Float32Array[] = [];
  const ratio = from / to;
  for (let place = 0; place < to; place++) {
    const { first, window } = ratio > 1 ? areaWindow(place, ratio, from) : bilinearWindow(place, ratio, from);
    start[place] = first;
    weights.push(Float32Array.from(window));
  }
  return { start, weights };
}

function areaWindow(place: number, ratio: number, from: number): { first: number; window: number[] } {
  const begin = place * ratio;
  const end = Math.min(from, begin + ratio);
  const first = Math.floor(begin);
  const window: number[] = [];
  for (let source = first; source < end; source++) {
    const covered = Math.min(end, source + 1) - Math.max(begin, source);
    // Rounding leaves windows of no width at the ends.
    if (covered > 1e-6) window.push(covered / ratio);
    else if (window.length === 0) window.push(0);
  }
  return { first, window };
}

function bilinearWindow(place: number, ratio: number, from: number): { first: number; window: number[] } {
  const centre = Math.min(from - 1, Math.max(0, (place + 0.5) * ratio - 0.5));
  const first = Math.min(Math.floor(centre), Math.max(0, from - 2));
  const share = centre - first;
  return { first, window: from === 1 ? [1] : [1 - share, share] };
}
