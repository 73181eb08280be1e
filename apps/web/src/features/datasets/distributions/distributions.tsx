import type { DatasetSummary } from "@diaphane/core/schemas";
import { useTranslations } from "next-intl";
import { AttributeDistribution } from "./attribute-distribution.tsx";
import { LabelDistribution } from "./label-distribution.tsx";

export interface DistributionsProps {
  summary: DatasetSummary;
  nameOfLabel(label: number | null): string;
}

/** How labels and attributes are spread over a version's images. */
export function Distributions({ summary, nameOfLabel }: DistributionsProps) {
  const t = useTranslations("datasets.distributions");
  return (
    <div className="flex flex-col gap-5">
      <LabelDistribution labels={summary.labels} nameOfLabel={nameOfLabel} />
      {summary.attributes.length === 0 ? (
        <p className="text-sm text-muted-foreground">{t("none")}</p>
      ) : (
        <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {summary.attributes.map((attribute) => (
            <AttributeDistribution key={attribute.name} attribute={attribute} />
          ))}
        </div>
      )}
    </div>
  );
}
