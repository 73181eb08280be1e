import type { ImageSource } from "../image-source.ts";

/** The same images, as if nobody had drawn masks or boxes. */
export function withoutTargets(source: ImageSource): ImageSource {
  async function* rows() {
    for await (const { images, samples } of source.rows()) {
      yield { images, samples: samples.map(({ boxes: _, ...sample }) => sample) };
    }
  }
  return { ...source, meta: { ...source.meta, maskClasses: [], boxClasses: [] }, rows };
}
