import type { LabelValue, TaskClass } from "@diaphane/core/schemas";
import { useTranslations } from "next-intl";
import { chosenClasses } from "../session/answer-rules.ts";

/** What a label says, in words. */
export function useValueText(classes: readonly TaskClass[]): (value: LabelValue) => string {
  const t = useTranslations("labelling.page");
  return (value) => {
    const names = chosenClasses(value).map((index) => classes[index]?.name ?? `${index}`);
    const attributes = Object.entries(value.attributes).map(([name, chosen]) => `${name}: ${chosen}`);
    return [...names, ...attributes, ...(value.note ? [`“${value.note}”`] : [])].join(" · ") || t("nothingSaid");
  };
}
