/** Contributions laid over the pixels that their latents draw. */
export interface ContributionMap {
  /** `[pixels]`, in units of the logit: together with `unseen` it sums to all contributions. */
  map: Float32Array;
  /** What comes from latents that draw nothing in this image, and so lies nowhere in it. */
  unseen: number;
}

/**
 * Lays each latent's contribution to a logit over the pixels that change when the latent goes to its mean, in proportion to the change. The sum
 * is exact; where it lies is the decoder's view of it.
 *
 * @param drawn `[pixels, channels]`, the image's own code decoded
 * @param without `[latentDim, pixels, channels]`, the same with one latent after the other at its mean
 * @param contributions `[latentDim]`
 */
export function contributionMap(
  drawn: Float32Array,
  without: Float32Array,
  contributions: ArrayLike<number>,
  channels: number,
): ContributionMap {
  const pixels = drawn.length / channels;
  const map = new Float64Array(pixels);
  let unseen = 0;
  for (let latent = 0; latent < contributions.length; latent++) {
    const change = new Float64Array(pixels);
    let total = 0;
    for (let place = 0; place < drawn.length; place++) {
      const moved = Math.abs((drawn[place] ?? 0) - (without[latent * drawn.length + place] ?? 0));
      const pixel = Math.floor(place / channels);
      change[pixel] = (change[pixel] ?? 0) + moved;
      total += moved;
    }
    const contribution = contributions[latent] ?? 0;
    if (total === 0) unseen += contribution;
    else
      for (let pixel = 0; pixel < pixels; pixel++)
        map[pixel] = (map[pixel] ?? 0) + (contribution * (change[pixel] ?? 0)) / total;
  }
  return { map: Float32Array.from(map), unseen };
}
