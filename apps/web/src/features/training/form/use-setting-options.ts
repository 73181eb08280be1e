import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import type { SettingField } from "./field-groups.ts";
import type { FormValues } from "./form-values.ts";
import type { DatasetOption } from "./training-options.ts";

/** What a choice offers, in words. Weights of one's own for groups can only be taken over: the page does not know the groups. */
export function useSettingOptions(field: SettingField, dataset: DatasetOption): { value: string; label: string }[] {
  const t = useTranslations("training.option");
  const { control } = useFormContext<FormValues>();
  const [groupBy, groupWeights] = useWatch({ control, name: ["settings.groupBy", "settings.groupWeights"] });
  if (field.kind === "attribute") {
    const binary = dataset.attributes.filter(({ kind }) => kind === "BINARY").map(({ name }) => name);
    const names = [...new Set([...binary, groupBy])].filter((name) => name !== "");
    return [{ value: "", label: t("noGroups") }, ...names.map((name) => ({ value: name, label: name }))];
  }
  const offered = (field.options ?? []).filter(
    (value) => field.name !== "groupWeighting" || value !== "own" || groupWeights.length > 0,
  );
  return offered.map((value) => ({ value, label: t(value) }));
}
