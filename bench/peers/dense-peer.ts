import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fitImageSet } from "../../packages/model/src/images/fit-image-set.ts";
import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import type { Pixels } from "../../packages/model/src/images/pixels.ts";
import type { FoundBox } from "../../packages/model/src/network/decode-boxes.ts";
import { startPythonPeer } from "./python-peer.ts";

interface PeerTask {
  python: string;
  train: ImageSet;
  test: ImageSet;
  /** Side that both are fitted to. */
  size: number;
  seed: number;
  /** Processor time to train for. */
  cpuSeconds: number;
}

/** What a U-Net or CenterNet in PyTorch finds in the test images after training on the same pixels. */
export interface PeerResult {
  torch: string;
  parameters: number;
  epochs: number;
  cpuSeconds: number;
  /** `[n, size, size]`; empty where boxes were learned. */
  masks: Uint8Array;
  /** `[n]`, in pixels of the fitted images; empty where masks were learned. */
  boxes: FoundBox[][];
}

/** @throws Error when Python or its packages are not there */
export async function trainPeer({ python, train, test, size, seed, cpuSeconds }: PeerTask): Promise<PeerResult> {
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-peer-"));
  const peer = startPythonPeer(python, "./dense_torch.py");
  try {
    const channels = train.channels === 3 ? 3 : 1;
    const fitted = fitImageSet(train, size, channels);
    await writeFile(path.join(folder, "train.images"), bytesOf(fitted.images));
    await writeFile(path.join(folder, "test.images"), bytesOf(fitImageSet(test, size, channels).images));
    const { segmentation, detection } = fitted;
    if (segmentation) await writeFile(path.join(folder, "train.masks"), bytesOf(segmentation.masks));
    if (detection) await writeFile(path.join(folder, "train.boxes"), JSON.stringify(detection.boxes.map(rowsOf)));
    const kind = segmentation ? "segmentation" : "detection";
    const classes = (segmentation ?? detection)?.classes.length ?? 0;
    const threads = availableParallelism();
    const answer = await peer.ask({ kind, folder, size, channels, classes, seed, threads, cpuSeconds });
    const masks = segmentation ? new Uint8Array(await readFile(path.join(folder, "test.masks"))) : new Uint8Array();
    const boxes = segmentation ? [] : parseBoxes(await readFile(path.join(folder, "test.boxes"), "utf8"));
    return { ...answer, masks, boxes };
  } finally {
    peer.stop();
    await rm(folder, { recursive: true });
  }
}

function bytesOf(pixels: Pixels): Uint8Array {
  return pixels.subarray(0, pixels.length);
}

type BoxList = NonNullable<ImageSet["detection"]>["boxes"][number];

function rowsOf(boxes: BoxList): number[][] {
  return (boxes ?? []).map(({ classIndex, left, top, width, height }) => [classIndex, left, top, width, height]);
}

function parseBoxes(text: string): FoundBox[][] {
  const images: [number, number, number, number, number, number][][] = JSON.parse(text);
  return images.map((boxes) =>
    boxes.map(([classIndex, left, top, width, height, score]) => ({ classIndex, left, top, width, height, score })),
  );
}
