"use client";

import type { AnalysisRequest, DatasetSummary } from "@diaphane/core/schemas";
import { Button, Card, Checkbox, Field, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

type Method = Extract<AnalysisRequest, { kind: "DIRECTION" }>["method"];
const methods: readonly Method[] = ["mean-difference", "lda", "logistic"];
const unpaired = "";
const resamples = 200;

export interface DirectionFormProps {
  /** Data sets to fit on, and the chosen one. */
  sets: readonly { id: string; name: string; number: number }[];
  data: string;
  onData: (datasetVersionId: string) => void;
  /** Of the chosen one. */
  attributes: DatasetSummary["attributes"];
  isBusy: boolean;
  onStart: (request: AnalysisRequest) => void;
}

/** Which attribute, by which method, between whom. */
export function DirectionForm({ sets, data, onData, attributes, isBusy, onStart }: DirectionFormProps) {
  const t = useTranslations("latents.directions.form");
  const [name, setName] = useState<string>();
  const [chosenValue, setValue] = useState<string>();
  const [method, setMethod] = useState<Method>("lda");
  const [withinClass, setWithinClass] = useState(true);
  const [chosenPairs, setPairedBy] = useState(unpaired);
  const attribute = attributes.find((one) => one.name === name) ?? attributes[0];
  const values =
    !attribute || attribute.kind === "CONTINUOUS" ? [] : attribute.values.flatMap(({ value }) => value ?? []);
  const value = values.includes(chosenValue ?? "") ? chosenValue : values.at(-1);
  const pairedBy = chosenPairs === attribute?.name ? unpaired : chosenPairs;
  return (
    <Card className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2 xl:grid-cols-3">
        <Field label={t("data")} help={t("dataHelp")}>
          {(control) => (
            <Select
              {...control}
              value={data}
              onValueChange={onData}
              options={sets.map(({ id, name, number }) => ({ value: id, label: t("set", { name, number }) }))}
            />
          )}
        </Field>
        <Field label={t("attribute")} help={attributes.length === 0 ? t("noAttributes") : null}>
          {(control) => (
            <Select
              {...control}
              value={attribute?.name ?? null}
              disabled={attributes.length === 0}
              onValueChange={setName}
              options={attributes.map((one) => ({ value: one.name, label: one.name }))}
            />
          )}
        </Field>
        {!attribute ? null : value === undefined ? (
          <p className="self-end pb-2 text-sm text-muted-foreground">{t("median")}</p>
        ) : (
          <Field label={t("value")} help={t("valueHelp")}>
            {(control) => (
              <Select
                {...control}
                value={value}
                onValueChange={setValue}
                options={values.map((one) => ({ value: one, label: one }))}
              />
            )}
          </Field>
        )}
        <Field label={t("method")} help={t(`methodHelp.${method}`)}>
          {(control) => (
            <Select
              {...control}
              value={method}
              onValueChange={setMethod}
              options={methods.map((one) => ({ value: one, label: t(`methods.${one}`) }))}
            />
          )}
        </Field>
        <Field label={t("pairs")} help={t("pairsHelp")}>
          {(control) => (
            <Select
              {...control}
              value={pairedBy}
              onValueChange={setPairedBy}
              options={[
                { value: unpaired, label: t("noPairs") },
                ...attributes
                  .filter((one) => one.name !== attribute?.name)
                  .map((one) => ({ value: one.name, label: t("pairedBy", { attribute: one.name }) })),
              ]}
            />
          )}
        </Field>
      </div>
      <Checkbox
        label={t("withinClass")}
        help={t("withinClassHelp")}
        checked={withinClass && pairedBy === unpaired}
        disabled={pairedBy !== unpaired}
        onCheckedChange={setWithinClass}
      />
      <Button
        className="self-start"
        isBusy={isBusy}
        disabled={!attribute}
        onClick={() =>
          attribute &&
          onStart({
            ...{ kind: "DIRECTION", attribute: attribute.name, method, withinClass, resamples, seed: 1 },
            ...(value === undefined ? {} : { value }),
            ...(pairedBy === unpaired ? {} : { pairedBy }),
          })
        }
      >
        {t("start")}
      </Button>
    </Card>
  );
}
