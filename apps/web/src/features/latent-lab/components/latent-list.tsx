"use client";

import { Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { type LabModel, spreadOf } from "../state/lab-model.ts";
import type { LabAction } from "../state/lab-reducer.ts";
import type { LabState, LatentOrder, Offsets } from "../state/lab-state.ts";
import { isSameAxis, type LatentAxis, latentAxis } from "../state/latent-axis.ts";
import type { Explanation } from "../use-explanation.ts";
import { LabTerm } from "./lab-term.tsx";
import { LatentRow } from "./latent-row.tsx";
import type { StripSource } from "./traversal-strip.tsx";

export interface LatentListProps {
  model: LabModel;
  strip: StripSource;
  explanation: Explanation;
  state: LabState;
  dispatch: (action: LabAction) => void;
}

const ORDERS: readonly LatentOrder[] = ["effect", "influence", "number"];
/** The longest bar stands for what a latent adds at this many s.d. from the mean; bars beyond are cut off, their numbers not. */
const FULL_BAR_DEVIATIONS = 2;

/** Every latent's axis; one that did not change stays the same object, so that a drag renders one row and not all. */
function useAxes(model: LabModel, mu: Float32Array, offsets: Offsets): readonly LatentAxis[] {
  const last = useRef<readonly LatentAxis[]>([]);
  return useMemo(() => {
    last.current = model.latents.mean.map((_, latent) => {
      const axis = latentAxis(model, latent, mu[latent] ?? 0, offsets.get(latent) ?? 0);
      const before = last.current[latent];
      return before && isSameAxis(before, axis) ? before : axis;
    });
    return last.current;
  }, [model, mu, offsets]);
}

/** A slider a latent, ordered; those without information folded away. */
export function LatentList({ model, strip, explanation, state, dispatch }: LatentListProps) {
  const t = useTranslations("lab");
  const { latents, score, before, after } = explanation;
  const { mu } = strip.shown.encoding;
  const extent = useMemo(
    () =>
      Math.max(
        ...Array.from(
          score.weights,
          (weight, latent) => Math.abs(weight) * spreadOf(model, latent) * FULL_BAR_DEVIATIONS,
        ),
        Number.EPSILON,
      ),
    [score, model],
  );
  const axes = useAxes(model, mu, state.offsets);
  const onMove = useCallback(
    (latent: number, offset: number) => dispatch({ type: "latentMoved", latent, offset }),
    [dispatch],
  );

  function rows(of: readonly number[]): ReactNode {
    return (
      <ol className="divide-y divide-border">
        {of.map((latent) => {
          const axis = axes[latent];
          if (!axis) return null;
          return (
            <LatentRow
              key={latent}
              latent={latent}
              axis={axis}
              offset={state.offsets.get(latent) ?? 0}
              contribution={after.contributions[latent] ?? 0}
              contributionBefore={before.contributions[latent] ?? 0}
              extent={extent}
              strip={strip}
              onMove={onMove}
            />
          );
        })}
      </ol>
    );
  }

  return (
    <section aria-labelledby="lab-latents">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2">
        <h2 id="lab-latents" className="text-lg font-semibold">
          {t("list.title")}
        </h2>
        <Segmented
          aria-label={t("list.order")}
          value={state.order}
          onValueChange={(order) => dispatch({ type: "orderPicked", order })}
          options={ORDERS.map((order) => ({ value: order, label: t(`list.orders.${order}`) }))}
        />
      </div>
      <p className="max-w-prose pb-3 text-sm text-muted-foreground">
        {t.rich("list.explanation", {
          latent: (text) => <LabTerm name="latent">{text}</LabTerm>,
          strip: (text) => <LabTerm name="strip">{text}</LabTerm>,
          contribution: (text) => <LabTerm name="contribution">{text}</LabTerm>,
        })}
      </p>
      {rows(latents.active)}
      {latents.inactive.length > 0 ? (
        <details className="mt-4 rounded-lg border border-border px-4 py-3 text-sm">
          <summary className="cursor-pointer">{t("list.inactive", { count: latents.inactive.length })}</summary>
          <p className="max-w-prose py-2 text-muted-foreground">
            {t.rich("list.inactiveExplanation", { nat: (text) => <LabTerm name="nat">{text}</LabTerm> })}
          </p>
          {rows(latents.inactive)}
        </details>
      ) : null}
    </section>
  );
}
