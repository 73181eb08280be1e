/** Probability of the explained class for images `[n, places]`. */
export type Score = (images: Float32Array) => Promise<Float64Array>;

export interface Faithfulness {
  /** Mean score while pixels are taken out, the most important first: low is good. */
  deletion: number;
  /** Mean score while they are put into a blank image: high is good. */
  insertion: number;
}

/** Steps of both curves. */
const steps = 16;

/**
 * Deletion and insertion (Petsiuk et al. 2018): a map that shows what the decision rests on makes the score fall fast when its
 * places are taken out, and rise fast when they are put in. What is out has the image's mean.
 *
 * @param image `[pixels, channels]` in 0…1; @param importance `[pixels]`
 */
export async function faithfulness(
  score: Score,
  image: Float32Array,
  importance: ArrayLike<number>,
): Promise<Faithfulness> {
  const pixels = importance.length;
  const channels = image.length / pixels;
  const blank = image.reduce((sum, value) => sum + value, 0) / image.length;
  const order = Array.from({ length: pixels }, (_, pixel) => pixel).sort(
    (a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b,
  );
  const deleted = new Float32Array((steps + 1) * image.length);
  const inserted = new Float32Array(deleted.length).fill(blank);
  for (let step = 0; step <= steps; step++) {
    const from = step * image.length;
    deleted.set(image, from);
    for (const pixel of order.slice(0, Math.round((step * pixels) / steps))) {
      for (let place = pixel * channels; place < (pixel + 1) * channels; place++) {
        deleted[from + place] = blank;
        inserted[from + place] = image[place] ?? 0;
      }
    }
  }
  return { deletion: areaUnder(await score(deleted)), insertion: areaUnder(await score(inserted)) };
}

/** Trapezoids, over a range of one. */
function areaUnder(curve: Float64Array): number {
  let area = 0;
  for (let place = 1; place < curve.length; place++) area += ((curve[place - 1] ?? 0) + (curve[place] ?? 0)) / 2;
  return area / (curve.length - 1);
}
