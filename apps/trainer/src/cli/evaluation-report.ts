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
  /** The calibration error with the temperature that was fitted on validation data. */
  calibrated?: { temperature: number; ece: number };
  brier?: number;
  psnr: number;
  ssim: number;
  confusion?: number[][];
  /** The same at the threshold chosen on validation data; with two classes only. */
  atThreshold?: { threshold: number } & DecisionReport;
}

type DecisionReport = Pick<
  EvaluationReport,
  "accuracy" | "balancedAccuracy" | "sensitivity" | "specificity" | "confusion"
>;
type Decision = NonNullable<Evaluation["atHalf"]>;

export function reportEvaluation(evaluation: Evaluation): EvaluationReport {
  const { count, auc, ece, calibrated, brier, psnr, ssim, atHalf, atThreshold } = evaluation;
  const report: EvaluationReport = {
    count,
    ...(auc ? { auc } : {}),
    ...(atHalf ? reportDecision(atHalf) : {}),
    psnr,
    ssim,
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
  const add = (name: string, estimate: Estimate | undefined) => {
    if (!estimate) return;
    const [low, high] = estimate.interval;
    lines.push(`  ${name.padEnd(18)} ${estimate.value.toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]`);
  };
  add("AUC", report.auc);
  add("accuracy", report.accuracy);
  add("balanced accuracy", report.balancedAccuracy);
  add("sensitivity", report.sensitivity);
  add("specificity", report.specificity);
  if (report.ece !== undefined) {
    const { temperature, ece } = report.calibrated ?? {};
    const scaled = ece === undefined ? "" : `, ${ece.toFixed(3)} at temperature ${temperature?.toFixed(2)}`;
    lines.push(`  ${"calibration error".padEnd(18)} ${report.ece.toFixed(3)}${scaled}`);
  }
  lines.push(`  ${"reconstruction".padEnd(18)} ${report.psnr.toFixed(1)} dB PSNR, ${report.ssim.toFixed(2)} SSIM`);
  return lines.join("\n");
}
