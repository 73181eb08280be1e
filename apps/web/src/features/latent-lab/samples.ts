import type { Box } from "@diaphane/model";
import type { ImageBytes } from "./images/picture.ts";

/** Images of the data set that the visitor may see; `url` answers all of them as bytes `[count, height, width, channels]`. */
export interface LabSamples {
  readonly url: string;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  /** Where their masks are, bytes `[count, height, width]`; null when there are none. */
  readonly masksUrl: string | null;
  /** `boxes` is null where nobody looked for any. */
  readonly items: readonly { readonly index: number; readonly label: string | null; readonly boxes: Box[] | null }[];
}

/** @throws Error when the answer is not what the list says. */
export async function fetchSamples(samples: LabSamples): Promise<ReadonlyMap<number, ImageBytes>> {
  const { height, width, channels } = samples;
  const pixels = await fetchEach(samples.url, samples, height * width * channels);
  return new Map([...pixels].map(([index, images]) => [index, { images, height, width, channels }]));
}

/** Masks `[height, width]` by the image's index; none when there are none. @throws Error as `fetchSamples` */
export async function fetchMasks(samples: LabSamples): Promise<ReadonlyMap<number, Uint8Array<ArrayBuffer>>> {
  if (samples.masksUrl === null) return new Map();
  return await fetchEach(samples.masksUrl, samples, samples.height * samples.width);
}

async function fetchEach(url: string, { items }: LabSamples, size: number) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length !== size * items.length)
    throw new Error(`${url}: ${bytes.length} bytes, expected ${size * items.length}`);
  return new Map(items.map(({ index }, at) => [index, bytes.slice(at * size, (at + 1) * size)]));
}
