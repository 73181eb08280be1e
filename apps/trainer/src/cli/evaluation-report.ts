import type { Evaluation } from "@diaphane/model";

/** A number and its 95 % bootstrap interval. */
interface Estimate {
  value: number;
  interval: [number, number];
}

/** An evaluation as the command line gives it as JSON: flat names, what can't be computed left out. */
export interface EvaluationReport {
  count: number;
  auc?: Estimate;
  /** At a probability of .5, or of the most probable class. */
  accuracy?: Estimate;
  balancedAccuracy?: Estimate;
  sensitivity?: Estimate;
  specificity?: Estimate;
  ece?: number;
  brier?: number;
  psnr: number;
  ssim: number;
  confusion?: number[][];
  /** The same at the threshold chosen on validation data; with two classes only. */
  atThreshold?: { threshold: number } & DecisionReport;
  segmentation?: NonNullable<Evaluation["segmentation"]>;
  detection?: NonNullable<Evaluation["detection"]>;
}

type DecisionReport = Pick<
  EvaluationReport,
  "accuracy" | "balancedAccuracy" | "sensitivity" | "specificity" | "confusion"
>;
type Decision = NonNullable<Evaluation["atHalf"]>;

export function reportEvaluation(evaluation: Evaluation): EvaluationReport {
  const { count, auc, ece, brier, psnr, ssim, atHalf, atThreshold, segmentation, detection } = evaluation;
  const report: EvaluationReport = {
    count,
    ...(auc ? { auc } : {}),
    ...(atHalf ? reportDecision(atHalf) : {}),
    psnr,
    ssim,
    ...(segmentation ? { segmentation } : {}),
    ...(detection ? { detection } : {}),
  };
  if (ece !== null) report.ece = ece;
  if (brier !== null) report.brier = brier;
  if (atThreshold && atThreshold.threshold !== null) {
    report.atThreshold = { threshold: atThreshold.threshold, ...reportDecision(atThreshold) };
  }
  return report;
}

function reportDecision({ accuracy, balancedAccuracy, sensitivity, specificity, confusion }: Decision): DecisionReport {
  const report: DecisionReport = { accuracy, balancedAccuracy, confusion };
  if (sensitivity) report.sensitivity = sensitivity;
  if (specificity) report.specificity = specificity;
  return report;
}

/** The same in lines for a person. */
export function printEvaluation(report: EvaluationReport, splitName: string): string {
  const lines = [`${splitName}: ${report.count} images`];
  const add = (name: string, estimate: Estimate | null | undefined, digits = 3) => {
    if (!estimate) return;
    const [value, low, high] = [estimate.value, ...estimate.interval].map((number) => number.toFixed(digits));
    lines.push(`  ${name.padEnd(18)} ${value}  [${low}, ${high}]`);
  };
  add("AUC", report.auc);
  add("accuracy", report.accuracy);
  add("balanced accuracy", report.balancedAccuracy);
  add("sensitivity", report.sensitivity);
  add("specificity", report.specificity);
  const { segmentation, detection } = report;
  add("Dice", segmentation?.dice);
  add("IoU", segmentation?.iou);
  segmentation?.byClass.forEach(({ dice, hd95 }, k) => {
    add(`  ${segmentation.classes[k]} Dice`, dice);
    add(`  ${segmentation.classes[k]} HD95 px`, hd95, 1);
  });
  add("AP50", detection?.overall?.ap50);
  add("AP", detection?.overall?.ap);
  add("box recall", detection?.overall?.recall);
  detection?.byClass.forEach((scores, k) => {
    add(`  ${detection.classes[k]} AP50`, scores?.ap50);
  });
  if (report.ece !== undefined) lines.push(`  ${"calibration error".padEnd(18)} ${report.ece.toFixed(3)}`);
  lines.push(`  ${"reconstruction".padEnd(18)} ${report.psnr.toFixed(1)} dB PSNR, ${report.ssim.toFixed(2)} SSIM`);
  return lines.join("\n");
}
