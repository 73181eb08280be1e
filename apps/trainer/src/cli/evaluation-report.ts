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
  ece?: NonNullable<Evaluation["ece"]>;
  /** The calibration error with the temperature that was fitted on validation data. */
  calibrated?: NonNullable<Evaluation["calibrated"]>;
  brier?: NonNullable<Evaluation["brier"]>;
  psnr: Evaluation["psnr"];
  ssim: Evaluation["ssim"];
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
  const { count, auc, ece, calibrated, brier, psnr, ssim, atHalf, atThreshold, segmentation, detection } = evaluation;
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
  if (calibrated) report.calibrated = calibrated;
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
  const add = (name: string, estimate: Evaluation["psnr"] | null | undefined, digits = 3) => {
    if (!estimate) return;
    const { value, interval } = estimate;
    const bounds = interval ? `  [${interval.map((bound) => bound.toFixed(digits)).join(", ")}]` : "";
    lines.push(`  ${name.padEnd(18)} ${value.toFixed(digits)}${bounds}`);
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
  add("calibration error", report.ece);
  const { calibrated } = report;
  if (calibrated) add(`at temperature ${calibrated.temperature.toFixed(2)}`, calibrated.ece);
  add("Brier score", report.brier);
  add("PSNR (dB)", report.psnr, 2);
  add("SSIM", report.ssim);
  return lines.join("\n");
}
