import type { PresetEvidence } from "@diaphane/model/debias";
import { Card } from "@diaphane/ui";
import { useTranslations } from "next-intl";

/** How it was made, on whom, and where that is thin. */
export function PresetFacts({ made: { preset, sets, suggestion, evidence } }: { made: PresetEvidence }) {
  const t = useTranslations("presets.page");
  const methods = useTranslations("presets.methods");
  const { fit, method, alpha } = preset;
  const { labelled, subjects } = evidence.after;
  // Earlier presets chose no strength on a set of its own, and said less.
  const sizes = sets ?? {
    fit: { count: fit.count, subjects: fit.subjects },
    selection: null,
    evidence: { count: labelled, subjects },
  };
  const facts = [
    [t("method"), methods(method)],
    [t("alpha"), suggestion ? t("suggested", { alpha, suggested: suggestion.alpha }) : String(alpha)],
    [t("sets.fit"), t("sets.size", sizes.fit)],
    ...(sizes.selection ? [[t("sets.selection"), t("sets.size", sizes.selection)]] : []),
    [t("sets.evidence"), t("sets.size", sizes.evidence)],
  ];
  return (
    <Card className="flex flex-col gap-3">
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[max-content_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted-foreground">{t("sets.disjoint")}</p>
      {fit.smallCells.map((cell) => (
        <p key={JSON.stringify(cell)} className="rounded-lg bg-warning-surface px-4 py-2 text-sm">
          {t("smallCells", cell)}
        </p>
      ))}
    </Card>
  );
}
