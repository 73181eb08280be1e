import { z } from "zod";

/** What the kernels of a bundle are stored in; vectors (biases, normalisation) are float32 in all of them. */
export const precisions = ["float32", "float16", "int8"] as const;
export const precision = z.enum(precisions);
export type Precision = z.infer<typeof precision>;
