import type { BiasReport } from "@diaphane/model/bias";
import type { Preset } from "@diaphane/model/debias";
import { Card } from "@diaphane/ui";
import { useTranslations } from "next-intl";

/** What it was fitted on, what its evidence is of, and where either is thin. */
export function PresetFacts({ preset, evidence }: { preset: Preset; evidence: BiasReport }) {
  const t = useTranslations("presets.page");
  const methods = useTranslations("presets.methods");
  const { fit, method, alpha } = preset;
  const facts = [
    [t("method"), methods(method)],
    [t("alpha"), String(alpha)],
    [t("fit"), t("fitValue", { count: fit.count, subjects: fit.subjects })],
    [t("evidence"), t("evidenceValue", { count: evidence.labelled, subjects: evidence.subjects })],
  ] as const;
  return (
    <Card className="flex flex-col gap-3">
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {fit.smallCells.map((cell) => (
        <p key={JSON.stringify(cell)} className="rounded-lg bg-warning-surface px-4 py-2 text-sm">
          {t("smallCells", cell)}
        </p>
      ))}
    </Card>
  );
}
