import { z } from "zod";
import { erasing } from "./erasing.ts";

/** What sets the strong view off from the weak one, beside an augmentation of its own within the same bounds. */
export const strongView = z.strictObject({
  /** Contrast around the image's mean is multiplied by 1 ± this, and this is added to or taken from all of it. */
  contrast: z.number().min(0).max(1),
  brightness: z.number().min(0).max(1),
  erasing,
});
export type StrongView = z.infer<typeof strongView>;

const shared = {
  kind: z.literal("consistency"),
  weight: z.number().nonnegative(),
  /** Share of the steps over which the weight rises to its value; 0: whole from the start. See `consistencyAt`. */
  rampShare: z.number().min(0).max(1),
};

/**
 * Images without a label teach by what a teacher, the moving average of the weights, predicts for them. How each method does
 * it is in `training/lesson.ts`, its loss in `terms/consistency.ts`.
 */
export const consistencyTerm = z.discriminatedUnion("method", [
  /** Strong and weak view are to be predicted alike (Tarvainen & Valpola 2017). */
  z.strictObject({ ...shared, method: z.literal("mean-teacher"), strong: strongView }),
  /** Weak views predicted with at least this confidence label the strong ones (Sohn et al. 2020: .95). */
  z.strictObject({
    ...{ ...shared, method: z.literal("fixmatch"), strong: strongView },
    confidence: z.number().min(0).max(1),
  }),
  /** Images and labels, known and guessed, are mixed (Berthelot et al. 2019: temperature .5, alpha .75). */
  z.strictObject({
    ...{ ...shared, method: z.literal("mixmatch") },
    temperature: z.number().min(0.1).max(1),
    /** Both parameters of the Beta distribution that the share of an image is drawn from. */
    mixingAlpha: z.number().min(0.1).max(4),
  }),
]);
export type ConsistencyTerm = z.infer<typeof consistencyTerm>;
export type ConsistencyMethod = ConsistencyTerm["method"];
export const consistencyMethods = ["mean-teacher", "fixmatch", "mixmatch"] as const satisfies ConsistencyMethod[];

/** The values of the papers; the strong view and the weights were found on validation data. @param classificationWeight of the same objective */
export function defaultConsistency<Method extends ConsistencyMethod>(method: Method, classificationWeight: number) {
  const strong: StrongView = {
    ...{ contrast: 0.3, brightness: 0.1 },
    erasing: { kind: "rectangle", probability: 0.5, area: [0.02, 0.3], aspect: [0.3, 3.3] },
  };
  const shared = { kind: "consistency", rampShare: 0.3 } as const;
  const weight = (times: number): number => times * classificationWeight;
  const defaults = {
    "mean-teacher": { ...shared, method: "mean-teacher", weight: weight(20), strong },
    fixmatch: { ...shared, method: "fixmatch", weight: weight(1), strong, confidence: 0.95 },
    mixmatch: { ...shared, method: "mixmatch", weight: weight(4), temperature: 0.5, mixingAlpha: 0.75 },
  } satisfies { [Each in ConsistencyMethod]: Extract<ConsistencyTerm, { method: Each }> };
  return defaults[method];
}
