import { useEffect, useMemo } from "react";
import { fetchImages } from "./fetch-images.ts";
import { blockSizeFor } from "./grid-layout.ts";
import { type ImageShape, imageBytes } from "./image-pixels.ts";
import { PixelBlocks } from "./pixel-blocks.ts";

/** Pixels kept while scrolling; what was dropped comes back from the browser's own cache. */
const budgetBytes = 96 * 1024 * 1024;

/** The pixel memory of one grid: a new one for each version or filter, cleaned up with the component. */
export function usePixelBlocks(versionId: string, shape: ImageShape, indices: Int32Array) {
  const { height, width, channels } = shape;
  const store = useMemo(() => {
    const size = { height, width, channels };
    const blockSize = blockSizeFor(imageBytes(size));
    const blocks = new PixelBlocks({
      budgetBytes,
      fetchBlock: (block, signal) =>
        fetchImages(versionId, size, indices.subarray(block * blockSize, (block + 1) * blockSize), signal),
    });
    return { blocks, blockSize };
  }, [versionId, height, width, channels, indices]);
  useEffect(() => () => store.blocks.dispose(), [store]);
  return store;
}

export type PixelStore = ReturnType<typeof usePixelBlocks>;
