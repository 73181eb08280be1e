"use client";

import { Checkbox, Field, Input, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import type { SettingField } from "./field-groups.ts";
import type { FormValues } from "./form-values.ts";
import { useFieldError } from "./use-field-error.ts";

/** One setting with its sentence of explanation. */
export function SettingFieldControl({ field }: { field: SettingField }) {
  const t = useTranslations("training.field");
  const option = useTranslations("training.option");
  const errorText = useFieldError();
  const { register, control, formState } = useFormContext<FormValues>();
  const path = `settings.${field.name}` as const;
  const label = t(`${field.name}.label`);
  const help = t(`${field.name}.help`);
  const error = errorText(formState.errors.settings?.[field.name]?.message);
  if (field.kind === "switch") {
    return (
      <Controller
        control={control}
        name={path}
        render={({ field: { value, onChange } }) => (
          <Checkbox checked={value === true} onCheckedChange={onChange} label={label} help={help} />
        )}
      />
    );
  }
  if (field.kind === "choice") {
    const options = (field.options ?? []).map((value) => ({ value, label: option(value) }));
    return (
      <Field label={label} help={help} error={error}>
        {(attributes) => (
          <Controller
            control={control}
            name={path}
            render={({ field: { value, onChange } }) => (
              <Select
                {...attributes}
                options={options}
                value={options.find((known) => known.value === value)?.value ?? null}
                onValueChange={onChange}
              />
            )}
          />
        )}
      </Field>
    );
  }
  return (
    <Field label={label} help={help} error={error}>
      {(attributes) => (
        <Input
          {...attributes}
          type="number"
          inputMode="decimal"
          step="any"
          {...register(path, { valueAsNumber: true })}
        />
      )}
    </Field>
  );
}
