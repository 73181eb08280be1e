"use client";

import { Button, Slider } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { Fitted } from "../engine/protocol.ts";

const step = 0.05;

export interface StrengthProps {
  suggestion: Fitted["suggestion"];
  alpha: number;
  onChange: (alpha: number) => void;
}

/** α by slider, with the suggested one marked below it and the reason in words. */
export function Strength({ suggestion, alpha, onChange }: StrengthProps) {
  const t = useTranslations("composer.strength");
  const { figure } = useFigures();
  const format = useFormatter();
  const said = (of: number) => format.number(of, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const worst = (at: number) => suggestion.points.find((point) => point.alpha === at)?.worstAccuracy ?? Number.NaN;
  const [none, best] = [worst(0), worst(suggestion.alpha)];
  const isSuggested = alpha === suggestion.alpha;
  return (
    <section aria-labelledby="composer-strength" className="flex flex-col gap-1.5">
      <h2 id="composer-strength" className="flex items-baseline justify-between text-sm font-medium">
        {t("title")}
        <output className="tabular text-base" data-testid="composer-alpha">
          {said(alpha)}
        </output>
      </h2>
      <Slider
        aria-label={t("title")}
        min={0}
        max={1}
        step={step}
        largeStep={0.25}
        value={alpha}
        resetValue={suggestion.alpha}
        onValueChange={(value) => onChange(Math.round(value / step) / Math.round(1 / step))}
        valueText={(value) => t("value", { alpha: said(value) })}
      />
      <div aria-hidden className="relative h-3">
        <span
          className="absolute top-0 size-0 -translate-x-1/2 border-x-5 border-b-8 border-x-transparent border-b-primary"
          style={{ left: `${suggestion.alpha * 100}%` }}
        />
      </div>
      <p className="text-[0.8125rem] text-muted-foreground">
        {Number.isNaN(best)
          ? t("noReason")
          : t("reason", { alpha: said(suggestion.alpha), none: figure(none), best: figure(best) })}
      </p>
      {isSuggested ? null : (
        <Button variant="secondary" size="small" className="self-start" onClick={() => onChange(suggestion.alpha)}>
          {t("take", { alpha: said(suggestion.alpha) })}
        </Button>
      )}
    </section>
  );
}
