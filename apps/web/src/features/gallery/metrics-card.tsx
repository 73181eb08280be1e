import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "../models/figures/use-figures.ts";
import { readMetrics } from "../models/read-metrics.ts";

/** How good the model is on images that it never saw, each figure with its 95 % interval and the number of images. */
export function MetricsCard({ metrics }: { metrics: unknown }) {
  const t = useTranslations("gallery");
  const figures = useFigures();
  const test = readMetrics(metrics)?.test ?? null;
  const decision = test?.atThreshold ?? test?.atHalf ?? null;
  const rows = [
    [t("auc"), test?.auc],
    [t("card.accuracy"), decision?.accuracy],
    [t("card.balancedAccuracy"), decision?.balancedAccuracy],
    [t("card.sensitivity"), decision?.sensitivity],
    [t("card.specificity"), decision?.specificity],
  ] as const;
  return (
    <Card>
      <CardHeader
        title={t("card.metrics")}
        description={test ? t("card.metricsHelp", { count: test.labelled }) : t("notEnoughData")}
      />
      {test ? (
        <dl className="tabular grid grid-cols-[minmax(8rem,auto)_1fr] gap-x-4 gap-y-2 text-sm">
          {rows.map(([name, estimate]) =>
            estimate ? (
              <div key={name} className="contents">
                <dt className="text-muted-foreground">{name}</dt>
                <dd>{figures.interval(estimate.value, estimate.interval)}</dd>
              </div>
            ) : null,
          )}
          <dt className="text-muted-foreground">{t("card.reconstruction")}</dt>
          <dd>
            {t("card.reconstructionValue", {
              psnr: figures.interval(test.psnr.value, test.psnr.interval),
              ssim: figures.interval(test.ssim.value, test.ssim.interval),
            })}
          </dd>
        </dl>
      ) : null}
    </Card>
  );
}
