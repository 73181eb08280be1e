import type { Finding } from "../bias/index.ts";
import { fill, type Messages } from "./messages.ts";

interface Estimate {
  value: number;
  interval: readonly [number, number];
}

/** "0.91 [0.88, 0.94]" */
export function shown({ value, interval }: Estimate): string {
  return `${value.toFixed(2)} [${interval.map((bound) => bound.toFixed(2)).join(", ")}]`;
}

/** The values of a group, "missing" in words. */
export function groupName(group: readonly (string | null)[], { missing }: Messages): string {
  return group.map((value) => value ?? missing).join(" × ");
}

/** A finding as a sentence. */
export function describeFinding(finding: Finding, messages: Messages): string {
  const { sentences, gaps } = messages;
  switch (finding.kind) {
    case "weakModel":
      return fill(sentences.weakModel, { value: shown(finding.auroc) });
    case "gap":
      return fill(sentences.gap, {
        ...{ attribute: finding.attributes.join(" × "), gap: gaps[finding.gap], value: shown(finding) },
        ...{ lowest: groupName(finding.lowest, messages), highest: groupName(finding.highest, messages) },
        p: finding.correctedP.toFixed(3),
      });
    case "reliance":
      return fill(sentences.reliance, {
        ...{ attribute: finding.attribute, change: shown(finding.change), value: finding.value },
      });
    case "encodedNotUsed":
      return fill(sentences.encodedNotUsed, { attribute: finding.attribute, value: shown(finding.linear) });
    case "slice":
      return fill(sentences.slice, {
        ...{ label: finding.label, value: shown(finding.errorRate), other: finding.otherErrorRate.toFixed(2) },
      });
    case "notEnoughData":
      return fill(sentences.notEnoughData, { attribute: finding.attribute });
    case "noGapFound":
      return fill(sentences.noGapFound, { attributes: finding.attributes.join(", ") });
  }
}
