"use client";

import { trainingConfig } from "@diaphane/model/config";
import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "../figures/use-figures.ts";
import { useTermSentence } from "../use-term-sentence.ts";

/** The settings as sentences; the whole of them as text below. */
export function HowTrained({ config, seed }: { config: unknown; seed: number | null }) {
  const t = useTranslations("models.version");
  const sentences = useSentences(config, seed);
  return (
    <Card className="min-w-0">
      <CardHeader title={t("howTitle")} />
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-sm">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details className="mt-4 text-sm">
        <summary className="w-fit cursor-pointer rounded-sm text-muted-foreground">{t("allSettings")}</summary>
        <pre className="mt-2 rounded-lg bg-muted p-3 text-xs break-words whitespace-pre-wrap">
          {JSON.stringify(config, null, 2)}
        </pre>
      </details>
    </Card>
  );
}

function useSentences(stored: unknown, seed: number | null): string[] {
  const t = useTranslations("models.version");
  const figures = useFigures();
  const termSentence = useTermSentence();
  const parsed = trainingConfig.safeParse(stored);
  if (!parsed.success) return [];
  const { epochs, batchSize, learningRate, objective, augmentation, erasing, model } = parsed.data;
  const capacity = objective.find((term) => term.kind === "capacity");
  const beta = objective.find((term) => term.kind === "beta");
  const total = objective.find((term) => term.kind === "total-correlation");
  const alignment = objective.find((term) => term.kind === "alignment");
  const classification = objective.find((term) => term.kind === "classification");
  const { shiftPixels: shift, rotationDegrees: rotation, scale, brightness } = augmentation;
  const isAugmented = shift > 0 || rotation > 0 || scale > 0 || brightness > 0;
  const weight = classification?.weight ?? 0;
  return [
    t("howEpochs", { epochs, batch: batchSize, rate: `${learningRate}`, seed: `${seed ?? "–"}` }),
    capacity
      ? t("howCapacity", {
          capacity: capacity.capacity,
          ramp: figures.share(capacity.rampShare),
          gamma: capacity.gamma,
        })
      : null,
    beta ? t("howBeta", { beta: beta.beta }) : null,
    total ? termSentence(total) : null,
    alignment ? termSentence(alignment) : null,
    weight > 0 ? t("howClassification", { weight: figures.count(weight) }) : t("howNoClassification"),
    t(model.likelihood === "gaussian" ? "howGaussian" : "howBernoulli"),
    isAugmented
      ? t("howAugmentation", { shift, rotation, scale: figures.share(scale), brightness: figures.share(brightness) })
      : t("howNoAugmentation"),
    erasing.kind === "none" ? null : t("howErasing"),
  ].filter((sentence) => sentence !== null);
}
