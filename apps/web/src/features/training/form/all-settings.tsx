"use client";

import { Button, Card } from "@diaphane/ui";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { type FieldScope, settingSections } from "./field-groups.ts";
import type { FormValues } from "./form-values.ts";
import { SettingFieldControl } from "./setting-field.tsx";
import type { DatasetOption } from "./training-options.ts";

/** Everything that has a good default, folded away; opens by itself when something in it is wrong. */
export function AllSettings({ dataset, onReset }: { dataset: DatasetOption; onReset: () => void }) {
  const t = useTranslations("training.new");
  const { control, formState } = useFormContext<FormValues>();
  const [settings, parentId, tune] = useWatch({ control, name: ["settings", "parentId", "tune"] });
  const scope: FieldScope = {
    settings,
    classes: dataset.classes.length,
    maskClasses: dataset.maskClasses.length,
    boxClasses: dataset.boxClasses.length,
    attributes: dataset.attributes.length,
    isTuned: parentId !== "" && tune !== "head",
  };
  const sections = settingSections
    // The model to start from decides the network.
    .filter(({ title }) => parentId === "" || title !== "sectionNetwork")
    .map(({ title, fields }) => ({ title, fields: fields.filter((field) => field.isUsed?.(scope) ?? true) }))
    .filter(({ fields }) => fields.length > 0);
  const hasError = formState.errors.settings !== undefined;
  return (
    <Card className="p-0">
      <details className="group" open={hasError || undefined}>
        <summary className="flex cursor-pointer items-center gap-2 rounded-xl p-5 font-semibold [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
          {t("allSettings")}
        </summary>
        <div className="flex flex-col gap-8 px-5 pb-6">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm text-muted-foreground">{t("allSettingsHint")}</p>
            <Button variant="secondary" size="small" onClick={onReset}>
              {t("resetDefaults")}
            </Button>
          </div>
          {sections.map((section) => (
            <fieldset key={section.title} className="flex flex-col gap-4">
              <legend className="mb-4 w-full border-b border-border pb-1.5 text-sm font-semibold">
                {t(section.title)}
              </legend>
              <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
                {section.fields.map((field) => (
                  <SettingFieldControl key={field.name} field={field} dataset={dataset} />
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </details>
    </Card>
  );
}
