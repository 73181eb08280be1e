import { auditModel } from "../bias/audit-model.ts";
import type { AuditOptions } from "../bias/audit-request.ts";
import type { Head } from "../latent/contributions.ts";
import { aurocLoss } from "./auroc-loss.ts";
import { composePreset } from "./compose-preset.ts";
import { type Cases, joinedCases, sizeOf } from "./composed-cases.ts";
import { type PresetEvidence, presetEvidence } from "./evidence.ts";
import type { FitOptions } from "./fit-request.ts";
import { groupThresholds, withGroupThresholds } from "./group-thresholds.ts";
import { withPresetOn } from "./preset-on.ts";

/** Three sets of cases that share no subject, and data from elsewhere. */
export interface PresetInput {
  /** Its `split` is what pages call it. */
  fit: Cases & { split: string };
  selection: Cases;
  evidence: Cases;
  external: { set: { name: string; number: number }; cases: Cases } | null;
  /** Without α the one that is best on the selection set. */
  options: FitOptions & { draws: number };
}

/**
 * Fits a preset, and audits the model without it and with it on cases that neither it nor its strength was chosen on.
 * @throws PresetRefused when a cell of label × value has too few cases, naming each of them
 */
export function makePreset(head: Head, { fit, selection, evidence, external, options }: PresetInput): PresetEvidence {
  const { draws, ...fitOptions } = options;
  const started = performance.now();
  const { preset, suggestion } = composePreset(head, { fit, selection }, fitOptions);
  const seconds = (performance.now() - started) / 1000;
  const auditOptions: AuditOptions = { seed: options.seed, draws, permutations: draws, without: ["slices"] };
  const compare = (cases: Cases) => {
    const request = { ...cases, head };
    const changed = withPresetOn(request, preset, null);
    return {
      before: auditModel(request, auditOptions),
      after: auditModel(changed, auditOptions),
      aurocLoss: aurocLoss(request, changed, auditOptions),
    };
  };
  return presetEvidence.parse({
    preset,
    sets: { fit: sizeOf(fit), selection: sizeOf(selection), evidence: sizeOf(evidence) },
    suggestion: {
      alpha: suggestion.alpha,
      points: suggestion.points.map(({ alpha, worstAccuracy }) => ({
        alpha,
        worstAccuracy: Number.isNaN(worstAccuracy) ? null : worstAccuracy,
      })),
    },
    evidence: compare(evidence),
    seconds,
    comparators: comparatorsOf(head, { composed: [fit, selection], evidence }, auditOptions),
    external: external && { set: external.set, ...compare(external.cases) },
  });
}

/** Ways that need no training, scored by groups alone; thresholds are of two classes. */
function comparatorsOf(
  head: Head,
  { composed, evidence }: { composed: [Cases, Cases]; evidence: Cases },
  options: AuditOptions,
): PresetEvidence["comparators"] {
  if (evidence.classes.length !== 2) return [];
  const started = performance.now();
  const thresholds = groupThresholds({ ...joinedCases(...composed), head });
  const seconds = (performance.now() - started) / 1000;
  const request = withGroupThresholds({ ...evidence, head }, thresholds);
  const report = auditModel(request, { ...options, without: ["intersections", "use", "slices"] });
  return [{ kind: "group-thresholds", report, seconds }];
}
