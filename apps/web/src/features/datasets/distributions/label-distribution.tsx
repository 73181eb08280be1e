import { BarChart, Card, CardHeader } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import { type SplitName, splits } from "../filters/filter-url.ts";
import { imbalanceRatio, type LabelCount } from "./label-counts.ts";

/** From how many times on the difference between classes is worth a sentence. */
const notableImbalance = 3;

export interface LabelDistributionProps {
  labels: LabelCount[];
  nameOfLabel(label: number | null): string;
}

/** How the classes are spread over the splits; all splits on one scale each, as shares of the split. */
export function LabelDistribution({ labels, nameOfLabel }: LabelDistributionProps) {
  const t = useTranslations("datasets");
  const format = useFormatter();
  const ratio = imbalanceRatio(labels);
  return (
    <Card>
      <CardHeader title={t("distributions.labels")} />
      <div className="grid gap-6 md:grid-cols-3">
        {splits.map((split) => (
          <SplitBars key={split} split={split} labels={labels} nameOfLabel={nameOfLabel} />
        ))}
      </div>
      {ratio !== null && ratio >= notableImbalance ? (
        <p className="mt-4 text-sm text-muted-foreground">
          {t("distributions.imbalance", { ratio: format.number(ratio, { maximumSignificantDigits: 2 }) })}
        </p>
      ) : null}
    </Card>
  );
}

function SplitBars({ split, labels, nameOfLabel }: LabelDistributionProps & { split: SplitName }) {
  const t = useTranslations("datasets");
  const format = useFormatter();
  const bars = labels
    .map(({ label, counts }) => ({
      key: `${label}`,
      name: <span title={nameOfLabel(label)}>{nameOfLabel(label)}</span>,
      value: counts[split],
    }))
    .filter(({ key, value }) => key !== "null" || value > 0);
  const total = bars.reduce((sum, bar) => sum + bar.value, 0);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-sm font-medium">
        {t(`split.${split}`)} <span className="tabular font-normal text-muted-foreground">{format.number(total)}</span>
      </h3>
      <BarChart
        bars={bars}
        extent={Math.max(1, total)}
        label={`${t("distributions.labels")}: ${t(`split.${split}`)}`}
        format={(value) => format.number(value)}
      />
    </div>
  );
}
