import { useTranslations } from "next-intl";
import type { ReportFigure } from "@/features/bias/figures.ts";

/** What a figure is called: its kind, and of which attribute. */
export function useFigureName(): (figure: ReportFigure) => string {
  const t = useTranslations("reviews.figures");
  return ({ kind, attribute }) => (attribute === undefined ? t(kind) : `${t(kind)} · ${attribute}`);
}
