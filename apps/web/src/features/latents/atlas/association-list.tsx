"use client";

import type { Association } from "@diaphane/model/latent";
import { formatInterval } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";
import { byStrength } from "./by-strength.ts";

/** Shown at once; the others are folded away. */
const shownFirst = 3;

/** What a latent goes with, strongest first, each with its interval and the number of images. */
export function AssociationList({ associations }: { associations: readonly Association[] }) {
  const t = useTranslations("latents.atlas");
  const locale = useLocale();
  const sorted = byStrength(associations);
  if (sorted.length === 0) return null;
  const items = (of: readonly Association[]) => (
    <ul className="flex flex-col gap-1.5">
      {of.map((association) => {
        const { attribute, value, measure, count, estimate } = association;
        const what = attribute ?? t("label");
        return (
          <li key={`${attribute}/${value}`}>
            <span className="block break-words">{value === null ? what : `${what}: ${value}`}</span>
            <span className="tabular block text-muted-foreground">
              {estimate
                ? t(measure, {
                    value: formatInterval(estimate.value, estimate.interval, locale),
                    count,
                  })
                : t("notEnough", { count })}
            </span>
          </li>
        );
      })}
    </ul>
  );
  return (
    <div>
      <h4 className="font-medium">{t("associations")}</h4>
      {items(sorted.slice(0, shownFirst))}
      {sorted.length > shownFirst ? (
        <details className="mt-1.5">
          <summary className="cursor-pointer text-muted-foreground">
            {t("more", { count: sorted.length - shownFirst })}
          </summary>
          {items(sorted.slice(shownFirst))}
        </details>
      ) : null}
    </div>
  );
}
