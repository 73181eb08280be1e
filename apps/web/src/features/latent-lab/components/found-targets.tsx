"use client";

import { TargetOverlay } from "@diaphane/ui";
import { useMemo } from "react";
import { TargetNames } from "@/features/datasets/detail/target-names.tsx";
import { hasTargets, targetColours } from "@/features/datasets/targets.ts";
import type { Encoding } from "../engine/protocol.ts";
import type { LabModel } from "../state/lab-model.ts";

/** What the model outlines and finds in the image, and which colour is what; null for a model that does neither. */
export function useFoundTargets(model: LabModel, { targets, input }: Encoding) {
  const classes = useMemo(
    () => ({ maskClasses: [...model.maskClasses], boxClasses: [...model.boxClasses] }),
    [model.maskClasses, model.boxClasses],
  );
  const colours = useMemo(() => targetColours(classes), [classes]);
  if (!hasTargets(classes)) return null;
  return {
    overlay: (
      <TargetOverlay
        width={input.width}
        height={input.height}
        mask={targets.mask}
        boxes={targets.boxes}
        maskColours={colours.masks}
        boxColours={colours.boxes}
      />
    ),
    names: <TargetNames classes={classes} colours={colours} boxes={targets.boxes} />,
  };
}
