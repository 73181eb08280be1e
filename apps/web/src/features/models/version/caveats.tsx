import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFigures } from "../figures/use-figures.ts";
import type { ModelMetrics } from "../read-metrics.ts";

const smallTest = 300;
/** A difference of AUROC below this may be chance. */
const noticeableGap = 0.01;

/** What the figures cannot tell, said before anybody relies on them. */
export function Caveats({ metrics, isSynthetic }: { metrics: ModelMetrics | null; isSynthetic: boolean }) {
  const t = useTranslations("models.version");
  const figures = useFigures();
  const { test = null, validation = null } = metrics ?? {};
  const gap = (validation?.auc?.value ?? Number.NaN) - (test?.auc?.value ?? Number.NaN);
  const notes = [
    t("caveatResearch"),
    isSynthetic ? t("caveatSynthetic") : t("caveatSingle"),
    test?.atThreshold && validation ? t("caveatThreshold", { count: figures.count(validation.labelled) }) : null,
    gap > noticeableGap ? t("caveatGap", { gap: figures.figure(gap) }) : null,
    test && test.labelled < smallTest ? t("caveatSmall", { count: figures.count(test.labelled) }) : null,
    t("caveatBias"),
  ].filter((note) => note !== null);
  return (
    <section aria-labelledby="caveats-title" className="rounded-xl border border-border bg-warning-surface p-5 text-sm">
      <h2 id="caveats-title" className="mb-2 flex items-center gap-2 text-base font-semibold">
        <TriangleAlert aria-hidden className="size-5 text-warning" />
        {t("caveats")}
      </h2>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
