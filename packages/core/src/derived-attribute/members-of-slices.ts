import { z } from "zod";
import type { SampleColumns } from "../dataset/sample-columns.ts";
import { ConflictError, InvalidInputError } from "../errors.ts";

/** Of a bias report what tells whose images its slices hold. */
const slicesOfReport = z.object({
  slices: z.array(
    z.object({
      label: z.string(),
      found: z.int(),
      n: z.int(),
      rows: z.array(z.int().min(0)),
      alike: z.array(z.int().min(0)).optional(),
    }),
  ),
});

/** What a byte of `members` says of an image. */
export const memberValues = { no: 0, yes: 1, unknown: 255 } as const;

interface Asked {
  /** The report's JSON. */
  report: unknown;
  /** Places of slices in it. */
  slices: readonly number[];
  samples: SampleColumns;
  classes: readonly string[];
  /** Places of the images that the report is over. */
  audited: readonly number[];
}

/**
 * Which images of a data set version are in any of some slices: of the images that the report is over and that have the slice's
 * label those that were found in it, and of all others those that are like them.
 *
 * @returns `[imageCount]` of `memberValues`; an image without a label is unknown
 * @throws InvalidInputError `no-such-slice`; ConflictError `slice-without-images` of a report made before it kept them all
 */
export function membersOfSlices({ report, slices, samples, classes, audited }: Asked): Uint8Array<ArrayBuffer> {
  const all = slicesOfReport.parse(report).slices;
  const members = Uint8Array.from(samples.labels, (label) => (label < 0 ? memberValues.unknown : memberValues.no));
  const isAudited = new Set(audited);
  for (const place of slices) {
    const slice = all[place];
    if (!slice) throw new InvalidInputError("no-such-slice", { slice: place });
    const { label, found, n, rows, alike } = slice;
    if (!alike || rows.length < found + n) throw new ConflictError("slice-without-images");
    const own = classes.indexOf(label);
    const others = alike.filter((row) => !(isAudited.has(row) && samples.labels[row] === own));
    for (const row of [...rows, ...others]) {
      if (members[row] === memberValues.no) members[row] = memberValues.yes;
    }
  }
  return members;
}
