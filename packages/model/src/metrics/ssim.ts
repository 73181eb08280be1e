import { checkFinite, checkPaired } from "./check-input.ts";
import { MetricInputError } from "./metric-errors.ts";

const RADIUS = 5; // σ 1.5 cut at 3.5 σ: the 11 × 11 window of the paper
const SIGMA = 1.5;
const K1 = 0.01;
const K2 = 0.03;

export interface SsimOptions {
  height: number;
  width: number;
  channels: number;
  /** The range of pixel values: 1 for pixels in 0…1 (default), 255 for bytes. */
  peak?: number;
}

/**
 * Structural similarity of one image, −1 … 1 (Wang et al. 2004): Gaussian window of 11 × 11 with σ 1.5, K1 .01,
 * K2 .03, population covariance, averaged over the pixels whose window lies inside the image and over channels.
 *
 * @param original `[height, width, channels]`; @param reconstruction `[height, width, channels]`
 * @throws MetricInputError when a side is under 11 pixels or the shape does not fit the data
 */
export function ssim(
  original: ArrayLike<number>,
  reconstruction: ArrayLike<number>,
  { height, width, channels, peak = 1 }: SsimOptions,
): number {
  checkPaired("ssim", original, reconstruction);
  checkFinite("ssim", reconstruction);
  if (original.length !== height * width * channels) {
    throw new MetricInputError(
      "ssim",
      `expected [${height}, ${width}, ${channels}] = ${height * width * channels} values, got ${original.length}.`,
    );
  }
  if (Math.min(height, width) < 2 * RADIUS + 1) {
    throw new MetricInputError("ssim", `the window is 11 × 11 pixels, the image only ${height} × ${width}.`);
  }
  let sum = 0;
  for (let channel = 0; channel < channels; channel++) {
    const a = plane(original, channel, channels);
    const b = plane(reconstruction, channel, channels);
    sum += planeSsim(a, b, height, width, peak);
  }
  return sum / channels;
}

function planeSsim(a: Float64Array, b: Float64Array, height: number, width: number, peak: number): number {
  const meanA = blurInside(a, height, width);
  const meanB = blurInside(b, height, width);
  const squareA = blurInside(product(a, a), height, width);
  const squareB = blurInside(product(b, b), height, width);
  const cross = blurInside(product(a, b), height, width);
  const c1 = (K1 * peak) ** 2;
  const c2 = (K2 * peak) ** 2;
  let sum = 0;
  for (let i = 0; i < meanA.length; i++) {
    const ma = meanA[i] ?? 0;
    const mb = meanB[i] ?? 0;
    const varianceA = (squareA[i] ?? 0) - ma * ma;
    const varianceB = (squareB[i] ?? 0) - mb * mb;
    const covariance = (cross[i] ?? 0) - ma * mb;
    sum += ((2 * ma * mb + c1) * (2 * covariance + c2)) / ((ma * ma + mb * mb + c1) * (varianceA + varianceB + c2));
  }
  return sum / meanA.length;
}

/** Gaussian mean around each pixel whose window lies inside: `[height, width]` → `[height − 10, width − 10]`. */
function blurInside(values: Float64Array, height: number, width: number): Float64Array {
  const outWidth = width - 2 * RADIUS;
  const outHeight = height - 2 * RADIUS;
  const rows = new Float64Array(height * outWidth);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < outWidth; x++) {
      let sum = 0;
      for (let k = 0; k < KERNEL.length; k++) sum += (KERNEL[k] ?? 0) * (values[y * width + x + k] ?? 0);
      rows[y * outWidth + x] = sum;
    }
  }
  const out = new Float64Array(outHeight * outWidth);
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      let sum = 0;
      for (let k = 0; k < KERNEL.length; k++) sum += (KERNEL[k] ?? 0) * (rows[(y + k) * outWidth + x] ?? 0);
      out[y * outWidth + x] = sum;
    }
  }
  return out;
}

const KERNEL = gaussianKernel();

function gaussianKernel(): Float64Array {
  const kernel = new Float64Array(2 * RADIUS + 1);
  for (let k = 0; k < kernel.length; k++) kernel[k] = Math.exp(-((k - RADIUS) ** 2) / (2 * SIGMA * SIGMA));
  const total = kernel.reduce((sum, value) => sum + value, 0);
  return kernel.map((value) => value / total);
}

function plane(values: ArrayLike<number>, channel: number, channels: number): Float64Array {
  const out = new Float64Array(values.length / channels);
  for (let i = 0; i < out.length; i++) out[i] = values[i * channels + channel] ?? 0;
  return out;
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value * (b[i] ?? 0));
}
