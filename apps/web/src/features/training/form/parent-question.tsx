"use client";

import { tunings } from "@diaphane/model/config";
import { Card, CardHeader, Field, Segmented, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import type { FormValues } from "./form-values.ts";
import { fittingParents, type ParentOption } from "./parent-option.ts";
import type { DatasetOption } from "./training-options.ts";

export interface ParentQuestionProps {
  parents: readonly ParentOption[];
  dataset: DatasetOption;
  /** Called when the form has the new choice. */
  onChange: () => void;
}

/** From nothing, or from what another model has learned already, and how much of that may change. */
export function ParentQuestion({ parents, dataset, onChange }: ParentQuestionProps) {
  const t = useTranslations("training.parent");
  const { control, setValue } = useFormContext<FormValues>();
  const [parentId, tune] = useWatch({ control, name: ["parentId", "tune"] });
  const fitting = fittingParents(parents, dataset);
  const [first] = fitting;
  if (first === undefined) return null;
  const parent = fitting.find(({ versionId }) => versionId === parentId);
  const choose = (versionId: string) => {
    setValue("parentId", versionId, { shouldDirty: true });
    if (versionId !== "") setValue("sweep.isOn", false);
    onChange();
  };
  const options = fitting.map(({ versionId, name, number, datasetName }) => ({
    value: versionId,
    label: t("option", { name, version: number }),
    detail: datasetName,
  }));
  return (
    <Card>
      <CardHeader title={t("title")} description={t("lead")} />
      <div className="flex flex-col gap-4">
        <Segmented
          aria-label={t("title")}
          options={[
            { value: "nothing", label: t("nothing") },
            { value: "model", label: t("model") },
          ]}
          value={parent ? "model" : "nothing"}
          onValueChange={(value) => choose(value === "model" ? first.versionId : "")}
        />
        {parent ? (
          <>
            <Field
              label={t("parent")}
              help={t("parentHelp", { size: parent.model.size, side: parent.model.inputSize })}
            >
              {(attributes) => (
                <Select {...attributes} options={options} value={parent.versionId} onValueChange={choose} />
              )}
            </Field>
            <div className="flex flex-col gap-1.5">
              <span className="text-sm font-medium">{t("tune")}</span>
              <Segmented
                aria-label={t("tune")}
                options={tunings.map((value) => ({ value, label: t(`tunes.${value}`) }))}
                value={tune}
                onValueChange={(value) => {
                  const chosen = tunings.find((known) => known === value);
                  if (chosen === undefined) return;
                  setValue("tune", chosen, { shouldDirty: true });
                  onChange();
                }}
              />
              <p className="text-[0.8125rem] text-muted-foreground">{t(`tuneHelps.${tune}`)}</p>
            </div>
          </>
        ) : null}
      </div>
    </Card>
  );
}
