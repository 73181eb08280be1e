"use client";

import type { Direction } from "@diaphane/model/latent";
import { formatInterval, formatNumber, SignedBarChart } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";
import { useDirectionName } from "./use-direction-name.ts";

/** What one direction is worth, in words, and what one s.d. along it does to each class. */
export function DirectionDetail({ direction, classes }: { direction: Direction; classes: readonly string[] }) {
  const t = useTranslations("latents.directions");
  const locale = useLocale();
  const nameOf = useDirectionName();
  const { stability, heldOut, effects, pairs } = direction;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex flex-col gap-2">
        <h2 className="text-lg font-semibold break-words">{nameOf(direction)}</h2>
        <p className="max-w-prose text-sm text-muted-foreground">
          {t("says.stability", { cosine: number(stability.meanCosine), resamples: stability.resamples })}{" "}
          {heldOut.auroc
            ? t("says.auroc", {
                count: heldOut.count,
                auroc: formatInterval(heldOut.auroc.value, heldOut.auroc.interval, locale),
              })
            : t("says.noAuroc", { count: heldOut.count })}{" "}
          {pairs ? t("says.pairs", { fitted: pairs.fitted, rising: pairs.rising, heldOut: pairs.heldOut }) : null}
        </p>
      </div>
      {effects.length > 0 ? (
        <div className="flex flex-col gap-2 text-sm">
          <h3 className="font-medium">{t("effects")}</h3>
          <SignedBarChart
            label={t("effects")}
            bars={effects.map((value, place) => ({ key: `${place}`, name: classes[place] ?? `${place}`, value }))}
            format={number}
          />
        </div>
      ) : null}
    </div>
  );
}
