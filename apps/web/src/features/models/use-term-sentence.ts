"use client";

import type { TrainingConfig } from "@diaphane/model/config";
import { useTranslations } from "next-intl";

type ObjectiveTerm = TrainingConfig["objective"][number];

/** Says what a term of an objective does, for terms that no setting stands for; by its name where there is no sentence. */
export function useTermSentence(): (term: ObjectiveTerm) => string {
  const t = useTranslations("models.version");
  return (term) => {
    if (term.kind === "total-correlation") {
      const { totalCorrelation, mutualInformation, dimensionWise } = term;
      return t("howTotalCorrelation", { totalCorrelation, mutualInformation, dimensionWise });
    }
    if (term.kind === "alignment") {
      // Latents count from 1 wherever a person reads them.
      const aligned = term.attributes.map(({ name, latent }) => t("howAligned", { name, latent: latent + 1 }));
      return t("howAlignment", { attributes: aligned.join(", ") });
    }
    return term.kind;
  };
}
