"use client";

import type { Direction } from "@diaphane/model/latent";
import { useEffect, useState } from "react";
import type { LabEngine } from "@/features/latent-lab/engine/engine-client.ts";
import type { ImageBytes } from "@/features/latent-lab/images/picture.ts";
import { type Traversal, traverseImage } from "./traverse-image.ts";

export interface TraversedImage {
  /** Place of the image in the data set. */
  readonly index: number;
  readonly traversal: Traversal;
}

/** Draws images along a direction, one after the other; each as soon as it is done. */
export function useTraversals(
  engine: LabEngine,
  images: ReadonlyMap<number, ImageBytes>,
  direction: Direction,
): { readonly rows: readonly TraversedImage[]; readonly failure: unknown } {
  const [state, setState] = useState<{ rows: readonly TraversedImage[]; failure: unknown }>({
    rows: [],
    failure: null,
  });
  useEffect(() => {
    let isGone = false;
    setState({ rows: [], failure: null });
    async function draw() {
      const rows: TraversedImage[] = [];
      for (const [index, image] of images) {
        rows.push({ index, traversal: await traverseImage(engine, image, direction) });
        if (isGone) return;
        setState({ rows: [...rows], failure: null });
      }
    }
    draw().catch((failure: unknown) => !isGone && setState((before) => ({ ...before, failure })));
    return () => {
      isGone = true;
    };
  }, [engine, images, direction]);
  return state;
}
