import type { Transaction } from "@diaphane/db";
import type { StoreContext } from "../context.ts";
import { readSampleColumns } from "../dataset/sample-columns.ts";
import { readKnownColumns } from "../derived-attribute/read-known-columns.ts";
import { NotFoundError } from "../errors.ts";
import { loadLatentCodes } from "../latent-set/load-latent-codes.ts";
import { auditedPlaces } from "./audited-places.ts";
import { reportAttributes } from "./report-attributes.ts";

/** The images that a report is over, in the order of their places, and what its groups are made of. */
export interface ReportCases {
  datasetVersionId: string;
  height: number;
  width: number;
  channels: number;
  /** `[n]` position of each image in the data set version. */
  places: number[];
  /** `[n]` index into the version's classes; −1 for an unlabelled image, which no figure counts. */
  labels: number[];
  /** `[n × classes]` what the model said of each. */
  logits: number[];
  /** The report's attributes, in its order; `column` `[n]`, null where none is known. */
  attributes: {
    name: string;
    kind: "BINARY" | "CATEGORICAL" | "CONTINUOUS";
    values: string[];
    column: (number | null)[];
  }[];
}

/** The cases of a report that the caller may see. Throws NotFoundError `report` when it is none. */
export async function loadReportCases(
  tx: Pick<Transaction, "analysis" | "attribute" | "derivedAttribute" | "latentShard" | "$queryRaw">,
  store: StoreContext["store"],
  reportId: string,
): Promise<ReportCases> {
  const report = await tx.analysis.findFirst({
    where: { id: reportId, kind: "BIAS_REPORT" },
    include: {
      latentSet: {
        include: {
          modelVersion: { select: { datasetVersionId: true } },
          datasetVersion: { select: { height: true, width: true, channels: true } },
        },
      },
    },
  });
  if (!report) throw new NotFoundError("report");
  const { latentSet, parameters } = report;
  const { datasetVersionId, modelVersion } = latentSet;
  const { rows, samples, latentDim, classCount } = await loadLatentCodes(tx, store, latentSet);
  const places = auditedPlaces(samples, { datasetVersionId, trainedOnId: modelVersion.datasetVersionId });
  const codes = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  const logitAt = (place: number, k: number) => {
    return codes.getFloat32((place * (2 * latentDim + classCount) + 2 * latentDim + k) * 4, true);
  };
  const names = reportAttributes(parameters);
  const columns = await readKnownColumns(tx, datasetVersionId, names);
  return {
    ...{ datasetVersionId, ...latentSet.datasetVersion, places },
    labels: places.map((place) => samples.labels[place] ?? -1),
    logits: places.flatMap((place) => Array.from({ length: classCount }, (_, k) => logitAt(place, k))),
    attributes: names.flatMap((name) =>
      columns
        .filter((one) => one.name === name)
        .map((one) => ({ ...one, column: places.map((place) => numberOrNull(one.column[place])) })),
    ),
  };
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The places alone of the images that a report is over. */
export async function readReportPlaces(
  tx: Pick<Transaction, "analysis" | "$queryRaw">,
  reportId: string,
): Promise<{ datasetVersionId: string; places: number[] }> {
  const { latentSet } = await tx.analysis.findUniqueOrThrow({
    where: { id: reportId },
    include: { latentSet: { include: { modelVersion: { select: { datasetVersionId: true } } } } },
  });
  const { datasetVersionId, modelVersion } = latentSet;
  const samples = await readSampleColumns(tx, datasetVersionId);
  const origin = { datasetVersionId, trainedOnId: modelVersion.datasetVersionId };
  return { datasetVersionId, places: auditedPlaces(samples, origin) };
}
