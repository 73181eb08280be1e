import type { Slice } from "@diaphane/model/bias";
import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";

/** Sets of images with more errors than chance, that no attribute names. */
export function SliceList({ slices }: { slices: readonly Slice[] }) {
  const t = useTranslations("bias.slices");
  const figures = useFigures();
  return (
    <Card>
      <CardHeader title={t("title")} description={slices.length === 0 ? t("none") : undefined} />
      <ul className="flex flex-col gap-2 text-sm">
        {slices.map((slice) => (
          <li key={`${slice.label} ${slice.centroid[0]} ${slice.n}`}>
            {t("item", {
              ...{ n: slice.n, label: slice.label },
              errorRate: figures.interval(slice.errorRate.value, slice.errorRate.interval),
              ...{ other: figures.share(slice.otherErrorRate), p: figures.figure(slice.correctedP) },
            })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
