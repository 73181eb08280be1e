import type { AuditRequest } from "../../packages/model/src/bias/audit-request.ts";
import { fitPreset } from "../../packages/model/src/debias/fit-preset.ts";
import type { FitOptions } from "../../packages/model/src/debias/fit-request.ts";
import { withPresetOn } from "../../packages/model/src/debias/preset-on.ts";
import { groupThresholds } from "./group-thresholds.ts";

/** A way to decide with the tagged network as it is, learned on audit images. */
export interface Decision {
  name: string;
  /** @returns the test cases as they are with it on */
  learn(audit: AuditRequest, seed: number): (test: AuditRequest) => AuditRequest;
}

const presets: { name: string; options: Omit<FitOptions, "seed"> }[] = [
  { name: "cell-balanced LEACE + bias (default)", options: {} },
  { name: "the same, rank 2", options: { rank: 2 } },
  { name: "shift", options: { method: "shift" } },
  { name: "pooled LEACE", options: { method: "pooled-leace" } },
  { name: "within-class LEACE", options: { method: "within-class-leace" } },
  { name: "label-preserving", options: { method: "label-preserving" } },
];

export const decisions: readonly Decision[] = [
  ...presets.map(
    ({ name, options }): Decision => ({
      name,
      learn: (audit, seed) => {
        const preset = fitPreset({ ...audit, split: "audit" }, { ...options, seed });
        return (test) => withPresetOn(test, preset, "0".repeat(64));
      },
    }),
  ),
  { name: "group thresholds", learn: groupThresholds },
];
