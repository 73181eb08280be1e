import { z } from "zod";
import { count, sha256 } from "./common-fields.ts";

const event = <Kind extends string, Data extends z.ZodType>(kind: Kind, data: Data) =>
  z.object({ kind: z.literal(kind), step: count, data });

/** A number, or null where training gave none (JSON has no NaN). */
const measured = z.number().nullable();

const validationFigures = z.looseObject({
  auc: measured,
  accuracy: measured,
  loss: measured,
  psnr: measured,
  /** Left out by trainers of before. */
  dice: measured.default(null),
  ap50: measured.default(null),
});

/** What happens in a training run, in the order in which it is written. Kinds and fields are only ever added. */
export const runEvent = z.discriminatedUnion("kind", [
  event(
    "started",
    z.looseObject({
      engine: z.string(),
      parameterCount: count,
      stepsPerEpoch: count,
      epochs: count,
      resumedFromStep: count.nullable(),
    }),
  ),
  event(
    "step",
    z.looseObject({
      epoch: count,
      losses: z.looseObject({ total: measured, reconstruction: measured, classification: measured, kl: measured }),
      /** Nats. */
      capacity: measured,
      klPerLatent: z.array(z.number()),
      learningRate: z.number(),
      imagesPerSecond: measured,
      secondsLeft: measured,
    }),
  ),
  event(
    "epoch",
    z.looseObject({
      epoch: count,
      validation: validationFigures,
      /** Of each of several data sets that are learned at once, beside those of all. */
      sets: z.array(validationFigures.extend({ name: z.string() })).optional(),
    }),
  ),
  /** A PNG in the store: a row of originals over a row of reconstructions. */
  event("reconstructions", z.looseObject({ epoch: count, sha256, count })),
  event("checkpoint", z.looseObject({ sha256 })),
  event(
    "log",
    z.looseObject({
      level: z.enum(["info", "warning", "error"]),
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    }),
  ),
  event("finished", z.looseObject({ metrics: z.record(z.string(), z.json()) })),
  event("cancelled", z.looseObject({})),
  event("failed", z.looseObject({ code: z.string(), detail: z.json().optional() })),
]);
export type RunEventInput = z.input<typeof runEvent>;
export type RunEventKind = z.infer<typeof runEvent>["kind"];

/** An event as it is read: with its place in the order. */
export const storedRunEvent = runEvent.and(z.object({ id: count, createdAt: z.date() }));
export type StoredRunEvent = z.infer<typeof storedRunEvent>;

/** Whether nothing can follow this event. */
export function isFinalRunEvent(event: { kind: string }): boolean {
  return event.kind === "finished" || event.kind === "cancelled" || event.kind === "failed";
}
