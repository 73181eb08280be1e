import type { ImageBytes } from "./images/picture.ts";

/** Images of the data set that the visitor may see; `url` answers all of them as bytes `[count, height, width, channels]`. */
export interface LabSamples {
  readonly url: string;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly items: readonly { readonly index: number; readonly label: string | null }[];
}

/** @throws Error when the answer is not what the list says. */
export async function fetchSamples({
  url,
  height,
  width,
  channels,
  items,
}: LabSamples): Promise<ReadonlyMap<number, ImageBytes>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const size = height * width * channels;
  if (bytes.length !== size * items.length)
    throw new Error(`${url}: ${bytes.length} bytes, expected ${size * items.length}`);
  return new Map(
    items.map(({ index }, at) => [index, { images: bytes.slice(at * size, (at + 1) * size), height, width, channels }]),
  );
}
