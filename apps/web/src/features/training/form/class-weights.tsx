"use client";

import { Field, Input } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { FormValues } from "./form-values.ts";
import { useFieldError } from "./use-field-error.ts";

/** A number for each class, by its name. */
export function ClassWeights({ classes }: { classes: readonly string[] }) {
  const t = useTranslations("training.field.classWeights");
  const errorText = useFieldError();
  const { register, formState } = useFormContext<FormValues>();
  const errors = formState.errors.settings?.classWeights;
  return (
    <fieldset className="flex flex-col gap-3 sm:col-span-2">
      <legend className="mb-1.5 text-sm font-medium">{t("label")}</legend>
      <div className="grid gap-4 sm:grid-cols-3">
        {classes.map((name, index) => (
          <Field key={name} label={name} error={errorText(errors?.[index]?.message)}>
            {(attributes) => (
              <Input
                {...attributes}
                type="number"
                inputMode="decimal"
                step="any"
                {...register(`settings.classWeights.${index}`, { valueAsNumber: true })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="text-[0.8125rem] leading-snug text-muted-foreground">{t("help")}</p>
    </fieldset>
  );
}
