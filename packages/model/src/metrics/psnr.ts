import { checkFinite, checkPaired } from "./check-input.ts";

/**
 * Peak signal-to-noise ratio in dB of one image (or of many taken as one): `10·log10(peak² / mean squared error)`.
 * Infinity when both are equal.
 *
 * @param original pixels in any layout; @param reconstruction the same layout
 * @param peak the range of pixel values: 1 for pixels in 0…1, 255 for bytes
 */
export function psnr(original: ArrayLike<number>, reconstruction: ArrayLike<number>, peak = 1): number {
  checkPaired("psnr", original, reconstruction);
  checkFinite("psnr", reconstruction);
  let sum = 0;
  for (let i = 0; i < original.length; i++) sum += ((original[i] ?? 0) - (reconstruction[i] ?? 0)) ** 2;
  return sum === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((peak * peak * original.length) / sum);
}
