"use client";

import { Card, CardHeader, Field, Input, Segmented, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import type { FormValues } from "./form-values.ts";
import type { TrainingOptions } from "./training-options.ts";
import { useFieldError } from "./use-field-error.ts";

/** A new model, or another version of one that is there. */
export function NameQuestion({ models }: { models: TrainingOptions["models"] }) {
  const t = useTranslations("training.new");
  const errorText = useFieldError();
  const { register, control, formState } = useFormContext<FormValues>();
  const kind = useWatch({ control, name: "modelKind" });
  const options = models.map((model) => ({ value: model.id, label: model.name }));
  return (
    <Card>
      <CardHeader title={t("modelKind")} />
      <div className="flex flex-col gap-4">
        {models.length > 0 ? (
          <Controller
            control={control}
            name="modelKind"
            render={({ field }) => (
              <Segmented
                aria-label={t("modelKind")}
                options={[
                  { value: "new", label: t("modelNew") },
                  { value: "existing", label: t("modelExisting") },
                ]}
                value={field.value}
                onValueChange={field.onChange}
              />
            )}
          />
        ) : null}
        {kind === "new" ? (
          <Field label={t("name")} help={t("nameHelp")} error={errorText(formState.errors.name?.message)}>
            {(attributes) => <Input {...attributes} autoComplete="off" {...register("name")} />}
          </Field>
        ) : (
          <Field label={t("existing")} help={t("existingHelp")} error={errorText(formState.errors.modelId?.message)}>
            {(attributes) => (
              <Controller
                control={control}
                name="modelId"
                render={({ field }) => (
                  <Select
                    {...attributes}
                    options={options}
                    value={field.value || null}
                    onValueChange={field.onChange}
                  />
                )}
              />
            )}
          </Field>
        )}
      </div>
    </Card>
  );
}
