import type { KnownColumn } from "@diaphane/model";
import type { ClaimedAnalysis } from "./encode-latent-set.ts";

/** Labels and attributes of some images; unlabelled ones are unknown. */
export function knownColumns({ datasetVersion, samples, attributes }: ClaimedAnalysis, indices: readonly number[]) {
  const { classes } = datasetVersion;
  const labels = Float32Array.from(indices, (index) => {
    const label = samples.labels[index] ?? -1;
    return label < 0 ? Number.NaN : label;
  });
  const ofLabels: KnownColumn[] = classes.length > 1 ? [{ attribute: null, values: classes, column: labels }] : [];
  const ofAttributes = attributes.map(({ name, values, column }): KnownColumn => {
    const known = Float32Array.from(indices, (index) => column[index] ?? Number.NaN);
    return { attribute: name, values, column: known };
  });
  return [...ofLabels, ...ofAttributes];
}
