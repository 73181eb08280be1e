"use client";

import { applyPreset } from "@diaphane/model/debias";
import { useEffect, useMemo, useState } from "react";
import type { LabEngine } from "@/features/latent-lab/engine/engine-client.ts";
import { latestWins } from "@/features/latent-lab/engine/latest-wins.ts";
import type { Picture } from "@/features/latent-lab/images/picture.ts";
import { createPictureFeed, type PictureFeed } from "@/features/latent-lab/images/picture-feed.ts";
import type { Fitted } from "./engine/protocol.ts";

/** What "after" shows: what the decision is made from, or the image as if the attributes had their first values. */
export type Shown = "decision" | "removal";

export interface PictureFeeds {
  readonly before: PictureFeed;
  readonly after: PictureFeed;
}

/** The shown images without the preset and with it, decoded on this device: a pair of feeds an image, newest strength first. */
export function useShownPictures(
  engine: LabEngine,
  { preset, shown }: Fitted,
  { alpha, kind }: { alpha: number; kind: Shown },
): { feeds: readonly PictureFeeds[]; error: unknown } {
  const feeds = useMemo(() => shown.map(() => ({ before: createPictureFeed(), after: createPictureFeed() })), [shown]);
  const [error, setError] = useState<unknown>(null);
  const [loop, setLoop] = useState<ReturnType<typeof latestWins<Float32Array>> | null>(null);

  useEffect(() => {
    setError(null);
    const publish = (pixels: Float32Array, which: keyof PictureFeeds) => {
      const size = pixels.length / feeds.length;
      const { inputSize, channels } = engine.model;
      feeds.forEach((feed, place) => {
        const own = pixels.slice(place * size, (place + 1) * size);
        const picture: Picture = { pixels: own, height: inputSize, width: inputSize, channels };
        feed[which].publish(picture);
      });
    };
    if (feeds.length === 0) return;
    engine.decode(codesOf(shown), feeds.length).then((pixels) => publish(pixels, "before"), setError);
    const started = latestWins(
      async (z: Float32Array) => publish(await engine.decode(z, feeds.length), "after"),
      setError,
    );
    setLoop(started);
    return () => started.stop();
  }, [engine, feeds, shown]);

  useEffect(() => {
    const codes = codesOf(shown);
    loop?.request(
      kind === "decision"
        ? applyPreset(preset, preset.modelHash, codes, alpha)
        : codes.map(
            (value, i) => value + alpha * (shown[Math.floor(i / preset.latentDim)]?.removal[i % preset.latentDim] ?? 0),
          ),
    );
  }, [loop, shown, preset, alpha, kind]);

  return { feeds, error };
}

/** `[shown, latentDim]` */
function codesOf(shown: Fitted["shown"]): Float32Array {
  return Float32Array.from(shown.flatMap(({ code }) => [...code]));
}
