import { fitImages } from "../images/fit-images.ts";
import type { Images } from "../images/image-set.ts";
import { psnr, ssim } from "../metrics/index.ts";
import type { Network } from "./network.ts";

/** A perfect copy has an infinite PSNR; means and JSON need a number. */
const highestPsnr = 100;

/** Images decoded at once, so that large sets are never whole in memory. */
const chunk = 256;

/**
 * PSNR (dB) and SSIM of what the decoder makes of `mu`, at the network's own input size: `[count]`, one an image.
 * @param mu `[count, latentDim]`
 */
export async function reconstructionQuality(
  network: Network,
  images: Images,
  mu: Float32Array,
): Promise<{ psnr: Float64Array; ssim: Float64Array }> {
  const { inputSize, channels, latentDim } = network.config;
  const fitted = fitImages(images, inputSize, channels);
  const stride = inputSize * inputSize * channels;
  const shape = { height: inputSize, width: inputSize, channels };
  const quality = { psnr: new Float64Array(images.count), ssim: new Float64Array(images.count) };
  for (let from = 0; from < images.count; from += chunk) {
    const rows = Math.min(chunk, images.count - from);
    const decoded = await network.decode(mu.subarray(from * latentDim, (from + rows) * latentDim));
    for (let row = 0; row < rows; row++) {
      const start = (from + row) * stride;
      const original = Float32Array.from(fitted.images.subarray(start, start + stride), (byte) => byte / 255);
      const reconstruction = decoded.subarray(row * stride, (row + 1) * stride);
      quality.psnr[from + row] = Math.min(highestPsnr, psnr(original, reconstruction));
      quality.ssim[from + row] = ssim(original, reconstruction, shape);
    }
  }
  return quality;
}
