"use client";

import type { Head } from "@diaphane/model/latent";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { LabModel } from "./state/lab-model.ts";
import type { LabState } from "./state/lab-state.ts";

/** A preset that the lab can switch on. */
export interface LabPreset {
  readonly slug: string;
  readonly name: string;
  /** Where its JSON is, and the page about it: a released one's are for everybody, a draft's for its group. */
  readonly address: string;
  readonly page: string;
  readonly isReleased: boolean;
}

/** A preset at its strength: what becomes of a code, and of the class head. */
export interface AppliedPreset {
  apply(z: Float32Array): Float32Array;
  readonly head: Head;
}

/**
 * The preset that is on, once it is here. It comes with the code that applies it, so that who uses none loads neither; nothing leaves
 * the device.
 */
export function useLabPreset(
  model: LabModel,
  weightsSha256: string,
  chosen: LabState["preset"],
  presets: readonly LabPreset[],
): { applied: AppliedPreset | null; hasFailed: boolean } {
  // A link may name one that is not offered here.
  const address = presets.find(({ slug }) => slug === chosen?.slug)?.address;
  const loaded = useQuery({
    queryKey: ["lab-preset", address],
    enabled: address !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const [response, debias] = await Promise.all([fetch(address ?? ""), import("@diaphane/model/debias")]);
      if (!response.ok) throw new Error(`${response.status}`);
      const { preset } = await response.json();
      return { debias, preset: debias.parsePreset(preset) };
    },
  });
  const alpha = chosen?.alpha ?? 0;
  const applied = useMemo(() => {
    if (!chosen || !loaded.data) return null;
    const { debias, preset } = loaded.data;
    if (preset.modelHash !== weightsSha256) return null;
    return {
      apply: (z: Float32Array) => debias.applyPreset(preset, weightsSha256, z, alpha),
      head: debias.presetHead(preset, weightsSha256, model.head, alpha),
    };
  }, [chosen, loaded.data, weightsSha256, model, alpha]);
  return { applied, hasFailed: loaded.isError };
}
