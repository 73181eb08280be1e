import type { DatasetSummary } from "@diaphane/core/schemas";
import { BarChart, Card, CardHeader, Histogram } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import { sumCounts } from "./sum-counts.ts";

type AttributeSummary = DatasetSummary["attributes"][number];

/** How one attribute is distributed over all images: bars for a few values, a histogram for a number. */
export function AttributeDistribution({ attribute }: { attribute: AttributeSummary }) {
  const t = useTranslations("datasets.distributions");
  const format = useFormatter();
  const count = (value: number) => format.number(value);
  if (attribute.kind === "CONTINUOUS") {
    const missing = sumCounts(attribute.missing);
    return (
      <Card className="min-w-0">
        <CardHeader level={3} title={<span className="break-words">{attribute.name}</span>} />
        <Histogram
          counts={attribute.bins.map((bin) => sumCounts(bin.counts))}
          min={attribute.min}
          max={attribute.max}
          format={(value) => format.number(value, { maximumSignificantDigits: 3 })}
          label={attribute.name}
        />
        {missing > 0 ? (
          <p className="tabular mt-2 text-xs text-muted-foreground">
            {t("missing")}: {count(missing)}
          </p>
        ) : null}
      </Card>
    );
  }
  return (
    <Card className="min-w-0">
      <CardHeader level={3} title={<span className="break-words">{attribute.name}</span>} />
      <BarChart
        bars={attribute.values.map(({ value, counts }) => ({
          key: `${value}`,
          name: value ?? t("missing"),
          value: sumCounts(counts),
        }))}
        label={attribute.name}
        format={count}
      />
    </Card>
  );
}
