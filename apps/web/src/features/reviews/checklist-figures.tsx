import type { ChecklistItem } from "@diaphane/core/schemas";
import { useTranslations } from "next-intl";
import { type FigureKind, figureAnchor } from "@/features/bias/figures.ts";

/** Where to look for each item of the checklist. */
const figuresOf: Record<ChecklistItem, readonly FigureKind[]> = {
  data: ["overall", "notMeasured"],
  metrics: ["overall", "calibration", "roc"],
  subgroups: ["groups", "intersections", "slices"],
  use: ["findings", "plane"],
  limits: ["gaps", "notMeasured"],
};

/** The figures that speak for an item of the checklist. */
export function ChecklistFigures({ item }: { item: ChecklistItem }) {
  const t = useTranslations("reviews.figures");
  return (
    <span className="flex flex-wrap gap-x-3 text-[0.8125rem]">
      {figuresOf[item].map((kind) => (
        <a key={kind} href={`#${figureAnchor({ kind })}`} className="text-primary underline underline-offset-4">
          {t(kind)}
        </a>
      ))}
    </span>
  );
}
