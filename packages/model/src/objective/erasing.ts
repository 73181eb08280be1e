import { z } from "zod";

export const erasing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  /** One rectangle an image with the given probability (Zhong et al. 2020). */
  z.strictObject({
    kind: z.literal("rectangle"),
    probability: z.number().min(0).max(1),
    area: z.tuple([z.number().positive().max(1), z.number().positive().max(1)]),
    aspect: z.tuple([z.number().positive(), z.number().positive()]),
  }),
  /** Square patches, each erased with probability `ratio` (He et al. 2022; Xiao et al. 2023 for chest X-rays: .4). */
  z.strictObject({ kind: z.literal("patches"), ratio: z.number().min(0).max(1), patchSize: z.int().min(1).max(64) }),
]);

/** What is taken away from the encoder's view; the decoder restores the whole image. */
export type Erasing = z.infer<typeof erasing>;

/** What worked in the papers named above. @param inputSize side of the images in pixels */
export function defaultErasing<Kind extends Erasing["kind"]>(kind: Kind, inputSize: number) {
  const defaults = {
    none: { kind: "none" },
    rectangle: { kind: "rectangle", probability: 0.5, area: [0.02, 0.4], aspect: [0.3, 3.3] },
    patches: { kind: "patches", ratio: 0.4, patchSize: Math.max(1, inputSize / 8) },
  } satisfies { [Each in Erasing["kind"]]: Extract<Erasing, { kind: Each }> };
  return defaults[kind];
}
