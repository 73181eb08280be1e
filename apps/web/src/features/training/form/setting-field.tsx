"use client";

import { Checkbox, Field, Input, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { AttributeLatents } from "./attribute-latents.tsx";
import { ClassWeights } from "./class-weights.tsx";
import type { SettingField } from "./field-groups.ts";
import type { FormValues } from "./form-values.ts";
import type { DatasetOption } from "./training-options.ts";
import { useFieldError } from "./use-field-error.ts";
import { useSettingOptions } from "./use-setting-options.ts";

export interface SettingFieldProps {
  field: SettingField;
  dataset: DatasetOption;
}

/** One setting with its sentence of explanation. */
export function SettingFieldControl({ field, dataset }: SettingFieldProps) {
  if (field.kind === "attributes") return <AttributeLatents attributes={dataset.attributes.map(({ name }) => name)} />;
  if (field.kind === "classWeights") return <ClassWeights classes={dataset.classes} />;
  if (field.kind === "choice" || field.kind === "attribute") return <ChoiceField field={field} dataset={dataset} />;
  return field.kind === "switch" ? <SwitchField field={field} /> : <NumberField field={field} />;
}

function useField({ name }: SettingField) {
  const t = useTranslations("training.field");
  const errorText = useFieldError();
  const { formState } = useFormContext<FormValues>();
  const error = errorText(formState.errors.settings?.[name]?.message);
  return { label: t(`${name}.label`), help: t(`${name}.help`), error, path: `settings.${name}` as const };
}

function SwitchField({ field }: { field: SettingField }) {
  const { label, help, path } = useField(field);
  const { control } = useFormContext<FormValues>();
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

function ChoiceField({ field, dataset }: SettingFieldProps) {
  const { label, help, error, path } = useField(field);
  const { control, getValues, getFieldState, setValue } = useFormContext<FormValues>();
  const options = useSettingOptions(field, dataset);
  const bring = (choice: string) => {
    if (!field.brings) return;
    const other = `settings.${field.brings.setting}` as const;
    const start = field.brings.start(choice, getValues("settings"));
    if (start !== null && !getFieldState(other).isDirty) setValue(other, start);
  };
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
              onValueChange={(chosen) => {
                onChange(chosen);
                bring(chosen);
              }}
            />
          )}
        />
      )}
    </Field>
  );
}

function NumberField({ field }: { field: SettingField }) {
  const { label, help, error, path } = useField(field);
  const { register } = useFormContext<FormValues>();
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
