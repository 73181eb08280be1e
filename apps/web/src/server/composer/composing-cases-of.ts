import { type readComposingCases, splitOrder } from "@diaphane/core";
import { attributeGroups } from "@diaphane/model/bias";
import { presetSets } from "@diaphane/model/debias";
import { emptyLatentRows, unpackLatentRows } from "@diaphane/model/latent";
import { rowsOf } from "@diaphane/model/probe";
import type { ComposingCases } from "@/features/composer/cases/composing-cases.ts";

/**
 * The images that a preset is composed on, and their codes. Those of the evidence stay here: it is scored once, by the job, with what
 * was chosen without it.
 */
export function composingCasesOf(
  {
    modelHash,
    isTrainedOn,
    datasetVersion,
    codes,
    subjects,
    attributes,
  }: Awaited<ReturnType<typeof readComposingCases>>,
  seed: number,
): ComposingCases {
  const { samples, latentDim, classCount } = codes;
  const all = Array.from(samples.indices);
  const ofSplit = (split: (typeof splitOrder)[number]) =>
    all.filter((place) => samples.splits[place] === splitOrder.indexOf(split));
  const validation = isTrainedOn ? ofSplit("VALIDATION") : [];
  const test = isTrainedOn ? ofSplit("TEST") : all;
  const sets = presetSets({ validation, test, subjects: subjects ?? undefined }, seed);
  const places = [...sets.fit, ...sets.selection];
  const rows = emptyLatentRows(all.length, { latentDim, classCount });
  unpackLatentRows(codes.rows, rows);
  const numberOf = numbered();
  return {
    ...{ modelHash, dataHash: datasetVersion.contentHash, classes: datasetVersion.classes, latentDim },
    split: validation.length > 0 ? "VALIDATION" : "ALL",
    fitCount: sets.fit.length,
    evidence: {
      count: sets.evidence.length,
      subjects: new Set(sets.evidence.map((place) => subjects?.[place] ?? place)).size,
    },
    indices: places,
    labels: places.map((place) => samples.labels[place] ?? -1),
    subjects: subjects && places.map((place) => numberOf(subjects[place] ?? null)),
    attributes: attributes.map((attribute) => {
      const { name, values, of } = attributeGroups(attribute, places);
      return { name, values: [...values], of: Array.from(of) };
    }),
    codes: rowsOf(rows.mu, latentDim, places),
  };
}

/** Numbers for subjects, in the order in which they come: the page needs to know who is the same, not who it is. */
function numbered(): (subject: string | null) => number | null {
  const numbers = new Map<string, number>();
  return (subject) => {
    if (subject === null) return null;
    const number = numbers.get(subject) ?? numbers.size;
    numbers.set(subject, number);
    return number;
  };
}
