import type { CardFacts } from "./card-facts.ts";
import { type CardEntry, measured, said } from "./card-section.ts";
import type { CardWords } from "./card-words.ts";

/** On what the figures were measured. */
export function evaluationData({ version, metrics }: CardFacts, { t, ...words }: CardWords): CardEntry[] {
  const { summary } = version.datasetVersion;
  const test = metrics?.test ?? null;
  return [
    said(t("names.images"), test ? t("values.testImages", { count: test.count }) : null),
    measured(t("names.labelled"), test ? words.count(test.labelled) : null),
    measured(
      t("names.overlap"),
      summary && summary.subjects !== null ? t("values.overlap", { count: summary.subjectsInSeveralSplits }) : null,
    ),
    measured(t("names.external"), null),
  ];
}

/** What the model learned from. */
export function trainingData({ version }: CardFacts, { t, ...words }: CardWords): CardEntry[] {
  const { dataset, summary, classes, maskClasses, boxClasses, ...data } = version.datasetVersion;
  const splits = summary && {
    ...{ train: summary.splits.TRAIN, validation: summary.splits.VALIDATION, test: summary.splits.TEST },
  };
  const ofClass = (name: string, label: number): string => {
    const counts = summary?.labels.find((row) => row.label === label)?.counts;
    return counts ? t("values.classCount", { name, count: counts.TRAIN + counts.VALIDATION + counts.TEST }) : name;
  };
  return [
    said(t("names.dataset"), `${dataset.name}, ${data.number}`),
    said(t("names.images"), splits ? t("values.splits", splits) : words.count(data.imageCount)),
    said(t("names.classes"), classes.length > 0 ? classes.map(ofClass).join(", ") : null),
    ...(maskClasses.length > 0 ? [said(t("names.masks"), maskClasses.join(", "))] : []),
    ...(boxClasses.length > 0 ? [said(t("names.boxes"), boxClasses.join(", "))] : []),
    said(t("names.imageSize"), `${data.width} × ${data.height} × ${data.channels}`),
    said(t("names.subjects"), summary && summary.subjects !== null ? words.count(summary.subjects) : null),
    said(t("names.hash"), data.contentHash),
    said(t("names.collection"), dataset.isSynthetic ? t("values.synthetic") : null),
    said(t("names.reference"), dataset.isSynthetic ? t("values.synthetic") : null),
  ];
}
