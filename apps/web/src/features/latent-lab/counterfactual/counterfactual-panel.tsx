"use client";

import { Button, ErrorState, Progress, Segmented } from "@diaphane/ui";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLabFormat } from "../components/use-lab-format.ts";
import type { LabEngine } from "../engine/engine-client.ts";
import type { QuietQueue } from "../engine/quiet-queue.ts";
import type { Decision } from "../state/decision.ts";
import type { LabAction } from "../state/lab-reducer.ts";
import type { Shown } from "../use-lab.ts";
import { ChangeList } from "./change-list.tsx";
import type { CounterfactualMethod } from "./compute-counterfactual.ts";
import { CounterfactualFilm } from "./counterfactual-film.tsx";
import { useCounterfactual } from "./use-counterfactual.ts";

export interface CounterfactualPanelProps {
  engine: LabEngine;
  shown: Shown;
  quietly: QuietQueue;
  decision: Decision;
  dispatch: (action: LabAction) => void;
}

/** What the image would have to look like for the model to decide otherwise, by two methods. */
export function CounterfactualPanel({ engine, shown, quietly, decision, dispatch }: CounterfactualPanelProps) {
  const t = useTranslations("lab.counterfactual");
  const format = useLabFormat();
  const [method, setMethod] = useState<CounterfactualMethod>("flip");
  const { found, failure } = useCounterfactual({ engine, shown, quietly, decision, method });
  const { classes } = engine.model;
  const name = classes[decision.contrast.classIndex] ?? "";
  const first = found?.frames[0];
  const last = found?.frames.at(-1);
  return (
    <div className="flex flex-col gap-4" data-testid="lab-counterfactual-panel" data-done={found ? "true" : "false"}>
      <Segmented
        aria-label={t("method")}
        value={method}
        onValueChange={setMethod}
        options={[
          { value: "flip", label: t("methods.flip.name") },
          { value: "shift", label: t("methods.shift.name") },
        ]}
      />
      <p className="max-w-prose text-sm text-muted-foreground">
        {t(`methods.${method}.says`, { name, threshold: format.plain(decision.threshold, 2) })}
      </p>
      {failure ? <ErrorState title={t("failed")} code={String(failure)} /> : null}
      {found && first && last ? (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <CounterfactualFilm key={method} found={found} first={first} last={last} className={name} />
          <div className="flex flex-col items-start gap-4">
            <p role="status" className="text-sm">
              {t(found.isCrossed ? `methods.${method}.turned` : "notTurned", {
                name,
                before: format.probability((method === "flip" ? found.byLatents : found.byPicture)[0] ?? Number.NaN),
                after: format.probability((method === "flip" ? found.byLatents : found.byPicture).at(-1) ?? Number.NaN),
              })}
            </p>
            <div className="w-full">
              <ChangeList changes={found.changes} />
            </div>
            <Button
              variant="secondary"
              size="small"
              disabled={found.changes.length === 0}
              onClick={() =>
                dispatch({
                  type: "allMoved",
                  offsets: new Map(found.changes.map(({ latent, deviations }) => [latent, deviations])),
                })
              }
            >
              <SlidersHorizontal aria-hidden />
              {t("toSliders")}
            </Button>
          </div>
        </div>
      ) : failure ? null : (
        <Progress value={null} label={t("computing")} />
      )}
    </div>
  );
}
