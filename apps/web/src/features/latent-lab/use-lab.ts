"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { LabEngine } from "./engine/engine-client.ts";
import { type LatestWins, latestWins } from "./engine/latest-wins.ts";
import type { Encoding } from "./engine/protocol.ts";
import { createQuietQueue, type QuietQueue } from "./engine/quiet-queue.ts";
import { createRedrawTimes, type RedrawTimes } from "./engine/redraw-times.ts";
import type { ImageBytes, Picture } from "./images/picture.ts";
import { createPictureFeed, type PictureFeed } from "./images/picture-feed.ts";
import { type LabAction, labReducer } from "./state/lab-reducer.ts";
import type { ImageSource, LabState } from "./state/lab-state.ts";
import { movedCode } from "./state/latent-axis.ts";
import { type AppliedPreset, type LabPreset, useLabPreset } from "./use-lab-preset.ts";

/** What the model made of the picked image, before any slider moved. */
export interface Shown {
  readonly source: ImageSource;
  readonly encoding: Encoding;
  readonly reconstruction: Picture;
}

export interface Lab {
  readonly state: LabState;
  readonly dispatch: (action: LabAction) => void;
  readonly shown: Shown | null;
  /** The picture with the sliders applied, painted as it arrives. */
  readonly edited: PictureFeed;
  readonly quietly: QuietQueue;
  readonly times: RedrawTimes;
  /** A redraw or an image that failed; null when all is well. */
  readonly failure: unknown;
  /** The preset that is on and here. */
  readonly preset: AppliedPreset | null;
  readonly hasPresetFailed: boolean;
  openOwnImage(name: string, image: ImageBytes): void;
}

interface Redraw {
  readonly z: Float32Array;
  /** Has the shape of what is redrawn. */
  readonly like: Picture;
  readonly askedAt: number;
}

/** The lab's moving parts: which image, what the model makes of it, and the picture that follows the sliders. */
export function useLab(
  engine: LabEngine,
  samples: ReadonlyMap<number, ImageBytes>,
  initial: LabState,
  presets: readonly LabPreset[] = [],
): Lab {
  const [state, dispatch] = useReducer(labReducer, initial);
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { applied: preset, hasFailed } = useLabPreset(engine.model, engine.weightsSha256, state.preset, presets);
  const [{ edited, quietly, times }] = useState(() => ({
    edited: createPictureFeed(),
    quietly: createQuietQueue(),
    times: createRedrawTimes(),
  }));
  const own = useRef<ImageBytes | null>(null);
  const redraw = useRef<LatestWins<Redraw> | null>(null);
  const source = useMemo(() => reachable(state.source, samples), [state.source, samples]);

  useEffect(() => {
    let isGone = false;
    async function show() {
      const image =
        source.kind === "own"
          ? own.current
          : source.kind === "sample"
            ? samples.get(source.index)
            : await engine.draw(source.seed);
      if (!image) return;
      const encoding = await engine.encode(image);
      const reconstruction = { ...encoding.input, pixels: await engine.decode(encoding.mu, 1) };
      if (!isGone) setShown({ source, encoding, reconstruction });
    }
    show().catch((error: unknown) => !isGone && setFailure(error));
    return () => {
      isGone = true;
    };
  }, [engine, source, samples]);

  useEffect(() => {
    const loop = latestWins<Redraw>(async ({ z, like, askedAt }) => {
      edited.publish({ ...like, pixels: await engine.decode(z, 1) });
      times.add(performance.now() - askedAt);
      performance.measure("latent-lab:redraw", { start: askedAt, end: performance.now() });
      performance.clearMeasures("latent-lab:redraw");
    }, setFailure);
    redraw.current = loop;
    return () => loop.stop();
  }, [engine, edited, times]);

  useEffect(() => {
    // While the next image is on its way its sliders must not move the last one.
    if (!shown || shown.source !== source) return;
    quietly.disturb();
    const moved = movedCode(engine.model, shown.encoding.mu, state.offsets);
    redraw.current?.request({
      z: preset ? preset.apply(moved) : moved,
      like: shown.reconstruction,
      askedAt: performance.now(),
    });
  }, [engine, shown, source, state.offsets, quietly, preset]);

  const openOwnImage = useCallback((name: string, image: ImageBytes) => {
    own.current = image;
    dispatch({ type: "imagePicked", source: { kind: "own", name } });
  }, []);

  const ofPreset = { preset, hasPresetFailed: hasFailed };
  return { state, dispatch, shown, edited, quietly, times, failure, openOwnImage, ...ofPreset };
}

/** What is asked for, when it is there: a link may name an image that this visitor can't see. */
function reachable(source: ImageSource | null, samples: ReadonlyMap<number, ImageBytes>): ImageSource {
  if (source && (source.kind !== "sample" || samples.has(source.index))) return source;
  const [first] = samples.keys();
  return first === undefined ? { kind: "drawn", seed: 1 } : { kind: "sample", index: first };
}
