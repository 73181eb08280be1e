"use client";

import { inactiveKl } from "@diaphane/model/latent";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";

/** One column a latent, as high as the information it carries; inactive ones are hollow, not only shorter. */
export function LatentBars({ klPerLatent }: { klPerLatent: readonly number[] }) {
  const t = useTranslations("training.run");
  const figures = useFigures();
  const highest = Math.max(1, ...klPerLatent);
  const active = klPerLatent.filter((kl) => kl >= inactiveKl).length;
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={t("latents")} className="flex h-36 items-end gap-1">
        {klPerLatent.map((kl, index) => {
          const name = `z${index + 1}`;
          return (
            <li
              key={name}
              className="flex h-full min-w-0 flex-1 flex-col justify-end gap-1"
              title={`${name}: ${figures.figure(kl)}`}
            >
              <span className="sr-only">
                {t("latent")} {name}: {figures.figure(kl)} nats
              </span>
              <div
                aria-hidden
                className={
                  kl >= inactiveKl
                    ? "rounded-t-xs bg-primary transition-[height] duration-150"
                    : "rounded-t-xs border border-b-0 border-input"
                }
                style={{ height: `max(3px, ${(kl / highest) * 100}%)` }}
              />
              <span aria-hidden className="overflow-hidden text-center text-[0.625rem] text-muted-foreground">
                {index + 1}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="text-sm">{t("latentsSummary", { active, total: klPerLatent.length })}</p>
    </div>
  );
}
