import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** From a label to what people read: its class's name, or "unlabelled". */
export function useLabelNames(classes: string[]): (label: number | null) => string {
  const t = useTranslations("datasets.filters");
  return useCallback((label) => (label === null ? t("unlabelled") : (classes[label] ?? `${label}`)), [classes, t]);
}
