import type { Slice } from "@diaphane/model/bias";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { FigureCard } from "./figure-card.tsx";
import { SeeImages } from "./images/see-images.tsx";
import { useReportFrame } from "./report-frame.tsx";

/** Sets of images with more errors than chance, that no attribute names. */
export function SliceList({ slices }: { slices: readonly Slice[] }) {
  const t = useTranslations("bias.slices");
  const figures = useFigures();
  const { sliceAction } = useReportFrame();
  return (
    <FigureCard
      figure={{ kind: "slices" }}
      title={t("title")}
      description={slices.length === 0 ? t("none") : undefined}
    >
      <ul className="flex flex-col gap-3 text-sm">
        {slices.map((slice, place) => (
          <li key={`${slice.label} ${slice.centroid[0]} ${slice.n}`}>
            {t("item", {
              ...{ n: slice.n, label: slice.label },
              errorRate: figures.interval(slice.errorRate.value, slice.errorRate.interval),
              ...{ other: figures.share(slice.otherErrorRate), p: figures.figure(slice.correctedP) },
            })}
            <span className="flex flex-wrap items-center gap-2">
              <SeeImages
                subset={{ kind: "places", places: slice.rows }}
                n={slice.rows.length}
                name={t("name", { number: place + 1, label: slice.label })}
              />
              {sliceAction?.(place, slices)}
            </span>
          </li>
        ))}
      </ul>
    </FigureCard>
  );
}
