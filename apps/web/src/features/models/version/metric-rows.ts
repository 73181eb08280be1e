import type { Decision, Evaluation } from "@diaphane/model/config";

export type MetricName =
  | "auc"
  | "accuracy"
  | "balancedAccuracy"
  | "sensitivity"
  | "specificity"
  | "dice"
  | "iou"
  | "ap50"
  | "ap"
  | "boxRecall"
  | "ece"
  | "brier"
  | "psnr"
  | "ssim";

/** A measured value; its interval is null where an older model was not given one. */
export interface Figure {
  value: number;
  interval: readonly [number, number] | null;
}

export interface MetricRow {
  /** Tells the rows of one name apart. */
  key: string;
  name: MetricName;
  better: "higher" | "lower";
  /** The rule of decision that the figure depends on. */
  rule: "threshold" | "half" | null;
  of: (evaluation: Evaluation) => Figure | null;
}

const decisionMetrics = ["accuracy", "balancedAccuracy", "sensitivity", "specificity"] as const;

/** Every figure of an evaluation, the most telling first. */
export const metricRows: readonly MetricRow[] = [
  higher("auc", ({ auc }) => auc),
  ...decisionMetrics.map((name) => decisionRow(name, "threshold", ({ atThreshold }) => atThreshold)),
  ...decisionMetrics.map((name) => decisionRow(name, "half", ({ atHalf }) => atHalf)),
  higher("dice", ({ segmentation }) => segmentation?.dice),
  higher("iou", ({ segmentation }) => segmentation?.iou),
  higher("ap50", ({ detection }) => detection?.overall?.ap50),
  higher("ap", ({ detection }) => detection?.overall?.ap),
  higher("boxRecall", ({ detection }) => detection?.overall?.recall),
  { key: "ece", name: "ece", better: "lower", rule: null, of: ({ ece }) => ece },
  { key: "brier", name: "brier", better: "lower", rule: null, of: ({ brier }) => brier },
  higher("psnr", ({ psnr }) => psnr),
  higher("ssim", ({ ssim }) => ssim),
];

function higher(name: MetricName, of: (evaluation: Evaluation) => Figure | null | undefined): MetricRow {
  return { key: name, name, better: "higher", rule: null, of: (evaluation) => of(evaluation) ?? null };
}

function decisionRow(
  name: (typeof decisionMetrics)[number],
  rule: "threshold" | "half",
  decision: (evaluation: Evaluation) => Decision | null,
): MetricRow {
  const of = (evaluation: Evaluation) => decision(evaluation)?.[name] ?? null;
  return { key: `${name}-${rule}`, name, better: "higher", rule, of };
}
