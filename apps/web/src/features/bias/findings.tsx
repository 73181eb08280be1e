import type { BiasReport, Finding } from "@diaphane/model/bias";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { FigureCard } from "./figure-card.tsx";
import { useGroupName } from "./use-group-name.ts";

/** What a report says, most important first, in words. */
export function Findings({ report }: { report: BiasReport }) {
  const t = useTranslations("bias.findings");
  const sentence = useFinding();
  return (
    <FigureCard figure={{ kind: "findings" }} title={t("title")}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {report.findings.map((finding) => (
          <li key={JSON.stringify(finding)}>{sentence(finding)}</li>
        ))}
      </ul>
    </FigureCard>
  );
}

function useFinding(): (finding: Finding) => string {
  const t = useTranslations("bias.findings");
  const gaps = useTranslations("bias.gaps");
  const nameOf = useGroupName();
  const { interval, share } = useFigures();
  return (finding) => {
    switch (finding.kind) {
      case "weakModel":
        return t("weakModel", { auroc: interval(finding.auroc.value, finding.auroc.interval) });
      case "gap":
        return t("gap", {
          ...{ kind: gaps(finding.gap), attributes: finding.attributes.join(" × ") },
          value: interval(finding.value, finding.interval),
          ...{ lowest: nameOf(finding.lowest), highest: nameOf(finding.highest) },
        });
      case "reliance": {
        const { attribute, value, change } = finding;
        return t("reliance", { attribute, value, change: interval(change.value, change.interval) });
      }
      case "encodedNotUsed":
        return t("encodedNotUsed", {
          attribute: finding.attribute,
          linear: interval(finding.linear.value, finding.linear.interval),
        });
      case "slice":
        return t("slice", {
          label: finding.label,
          errorRate: interval(finding.errorRate.value, finding.errorRate.interval),
          other: share(finding.otherErrorRate),
        });
      case "notEnoughData":
        return t("notEnoughData", { attribute: finding.attribute });
      case "noGapFound":
        return t("noGapFound", { attributes: finding.attributes.join(", ") });
    }
  };
}
