"use client";

import type { ClassContrast } from "@diaphane/model";
import { useEffect, useState } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import type { QuietQueue } from "../engine/quiet-queue.ts";
import { createQuietRunner } from "../engine/run-quietly.ts";
import type { Shown } from "../use-lab.ts";
import { computeExplanations, type Explanations, noExplanations } from "./compute-explanations.ts";

export interface ImageExplanations {
  readonly found: Explanations;
  /** 0…1 of the work. */
  readonly share: number;
  readonly failure: unknown;
}

const nothing: ImageExplanations = { found: noExplanations, share: 0, failure: null };

export interface ImageExplanationsInput {
  readonly engine: LabEngine;
  readonly shown: Shown;
  readonly quietly: QuietQueue;
  readonly contrast: ClassContrast;
  readonly contributions: ArrayLike<number>;
}

/** Explains the picked image, and anew when image or class change. */
export function useImageExplanations(input: ImageExplanationsInput): ImageExplanations {
  const { engine, shown, quietly, contrast, contributions } = input;
  const [state, setState] = useState(nothing);
  useEffect(() => {
    setState(nothing);
    const { run, stop } = createQuietRunner(quietly);
    const onProgress = (found: Explanations, share: number) => setState({ found, share, failure: null });
    computeExplanations({ engine, shown, contrast, contributions, run, onProgress }).catch((failure: unknown) =>
      setState((before) => ({ ...before, failure })),
    );
    return stop;
  }, [engine, shown, quietly, contrast, contributions]);
  return state;
}
