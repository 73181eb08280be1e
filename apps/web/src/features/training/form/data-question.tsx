"use client";

import { Badge, Card, CardHeader, Field, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { obstacleOf } from "./form-values.ts";
import type { DatasetOption } from "./training-options.ts";

export interface DataQuestionProps {
  datasets: readonly DatasetOption[];
  dataset: DatasetOption;
  onChoose: (versionId: string) => void;
}

/** What data, and next to it the task that follows from them. */
export function DataQuestion({ datasets, dataset, onChoose }: DataQuestionProps) {
  const t = useTranslations("training.new");
  const figures = useFigures();
  const obstacle = obstacleOf(dataset);
  const options = datasets.map((option) => ({
    value: option.versionId,
    label: t("datasetOption", { name: option.name, version: option.number }),
    detail: option.isSynthetic ? t("synthetic") : undefined,
  }));
  return (
    <Card>
      <CardHeader title={`1 · ${t("questionData")}`} />
      <div className="flex flex-col gap-3">
        <Field
          label={t("dataset")}
          help={t("datasetHelp")}
          error={obstacle === null ? undefined : t(obstacle)}
          aside={dataset.isSynthetic ? <Badge tone="warning">{t("synthetic")}</Badge> : undefined}
        >
          {(attributes) => (
            <Select {...attributes} options={options} value={dataset.versionId} onValueChange={onChoose} />
          )}
        </Field>
        <p className="tabular text-sm">
          {t("datasetFacts", {
            train: figures.count(dataset.trainCount),
            validation: figures.count(dataset.validationCount),
            test: figures.count(dataset.testCount),
            height: dataset.height,
            width: dataset.width,
            channels: dataset.channels,
          })}
        </p>
      </div>
    </Card>
  );
}

export function TaskQuestion({ dataset }: { dataset: DatasetOption }) {
  const t = useTranslations("training.new");
  const tasks = [
    { title: "taskClassification", text: "taskClasses", classes: dataset.classes },
    { title: "taskSegmentation", text: "taskMaskClasses", classes: dataset.maskClasses },
    { title: "taskDetection", text: "taskBoxClasses", classes: dataset.boxClasses },
  ] as const;
  return (
    <Card>
      <CardHeader title={`2 · ${t("questionTask")}`} />
      {tasks
        .filter(({ classes }) => classes.length > 0)
        .map(({ title, text, classes }) => (
          <div key={title} className="mb-2">
            <p className="text-sm font-medium">{t(title)}</p>
            <p className="mt-1 text-sm break-words">{t(text, { count: classes.length, names: classes.join(", ") })}</p>
          </div>
        ))}
      <p className="mt-1 text-[0.8125rem] text-muted-foreground">{t("taskHelp")}</p>
    </Card>
  );
}
