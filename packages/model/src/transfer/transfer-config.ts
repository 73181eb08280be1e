import { z } from "zod";

/**
 * What of a pre-trained network goes on learning: the class head alone; the last stage of the encoder, the latent heads, the class
 * head and the decoder; or everything.
 */
export const tunings = ["head", "partial", "full"] as const;
export type Tuning = (typeof tunings)[number];

export const transfer = z.strictObject({
  tune: z.enum(tunings),
  /** Learning rate of what was loaded, as a share of that of the new class head. */
  loadedRate: z.number().positive().max(1),
  /** SHA-256 of the weights that training starts from. */
  from: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How training starts from another model, as plain data kept beside the weights. */
export type Transfer = z.infer<typeof transfer>;
