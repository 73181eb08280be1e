"use client";

import { Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LabFailure } from "@/features/latent-lab/components/lab-failure.tsx";
import type { LabEngine } from "@/features/latent-lab/engine/engine-client.ts";
import type { ComposingCases } from "../cases/composing-cases.ts";
import { type Composition, compositionSearch } from "../composition-link.ts";
import type { Composer } from "../engine/composer-client.ts";
import type { Fitted, Recipe } from "../engine/protocol.ts";
import { useFit } from "../use-fit.ts";
import { useMeasured } from "../use-measured.ts";
import { LiveFigures } from "./live-figures.tsx";
import { MakePreset } from "./make-preset.tsx";
import { PicturePairs } from "./picture-pairs.tsx";
import { RecipeForm } from "./recipe-form.tsx";
import { Refusal } from "./refusal.tsx";
import { SetSizes } from "./set-sizes.tsx";
import { Strength } from "./strength.tsx";
import { Warnings } from "./warnings.tsx";

export interface ComposerWorkbenchProps {
  group: string;
  modelVersionId: string;
  datasetVersionId: string;
  cases: ComposingCases;
  engine: LabEngine;
  /** As the page's address has it. */
  initial: Composition;
}

/** Attributes and method, pictures, and figures, all moving with α. */
export function ComposerWorkbench(props: ComposerWorkbenchProps) {
  const { group, modelVersionId, datasetVersionId, cases, engine, initial } = props;
  const t = useTranslations("composer");
  const names = cases.attributes.map(({ name }) => name);
  const [recipe, setRecipe] = useState<Recipe>(() => ({
    ...initial.recipe,
    attributes: initial.recipe.attributes.filter((name) => names.includes(name)),
  }));
  /** Null: the suggested one. */
  const [chosenAlpha, setAlpha] = useState(initial.alpha);
  // The engine may change to a faster one; the head is the same.
  const [head] = useState(engine.model.head);
  const fit = useFit(cases, head, recipe);
  useEffect(() => {
    const { pathname, search } = window.location;
    window.history.replaceState(null, "", `${pathname}?${compositionSearch(search, { recipe, alpha: chosenAlpha })}`);
  }, [recipe, chosenAlpha]);
  const form = (
    <RecipeForm
      attributes={names}
      recipe={recipe}
      onChange={(next) => {
        setRecipe(next);
        setAlpha(null);
      }}
    />
  );
  if (fit.status !== "fitted") {
    return (
      <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
        {form}
        {fit.status === "fitting" ? <Skeleton className="h-96" /> : null}
        {fit.status === "nothing" ? <p role="status">{t("nothingChosen")}</p> : null}
        {fit.status === "refused" ? <Refusal refused={fit.refused} /> : null}
        {fit.status === "failed" ? <LabFailure error={fit.message} onRetry={() => window.location.reload()} /> : null}
      </div>
    );
  }
  const { fitted, composer } = fit;
  const alpha = chosenAlpha ?? fitted.suggestion.alpha;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)] xl:grid-cols-[18rem_minmax(0,1fr)_26rem]">
      <div className="flex flex-col gap-6">
        {form}
        <Strength suggestion={fitted.suggestion} alpha={alpha} onChange={setAlpha} />
        <MakePreset {...{ group, modelVersionId, datasetVersionId, recipe, alpha }} />
        <SetSizes sets={fitted.sets} evidence={cases.evidence} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Warnings fitted={fitted} />
        <PicturePairs engine={engine} fitted={fitted} alpha={alpha} />
      </div>
      <div className="min-w-0 lg:col-start-2 xl:col-start-3">
        <Figures {...{ composer, fitted, alpha }} />
      </div>
    </div>
  );
}

function Figures({ composer, fitted, alpha }: { composer: Composer; fitted: Fitted; alpha: number }) {
  return <LiveFigures measured={useMeasured(composer, fitted, alpha)} />;
}
