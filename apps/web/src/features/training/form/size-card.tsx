"use client";

import type { ModelEstimate, SizeName } from "@diaphane/model/config";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFigures } from "@/features/models/figures/use-figures.ts";

export interface SizeCardProps extends Omit<ComponentProps<"input">, "size"> {
  size: SizeName;
  estimate: ModelEstimate;
}

/** One network size with what it costs; a radio button as large as the card. */
export function SizeCard({ size, estimate, ...radio }: SizeCardProps) {
  const t = useTranslations("training.new");
  const figures = useFigures();
  const facts = [
    [figures.compact(estimate.parameterCount), t("parameters")],
    [figures.compact(estimate.multiplyAdds), t("multiplyAdds")],
    [figures.bytes(estimate.bundleSizeBytes.float32), t("bundleSize")],
  ] as const;
  return (
    <label className="flex cursor-pointer flex-col gap-2 rounded-lg border border-border p-4 has-checked:border-primary has-checked:bg-accent/50 has-checked:ring-1 has-checked:ring-primary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring">
      <span className="flex items-center gap-2 font-semibold">
        <input type="radio" className="size-4 accent-primary outline-hidden" value={size} {...radio} />
        {t(`sizeNames.${size}`)}
      </span>
      <span className="text-sm text-muted-foreground">{t(`sizeHelps.${size}`)}</span>
      <span className="tabular mt-1 flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
        {facts.map(([value, name]) => (
          <span key={name}>
            <strong className="font-semibold">{value}</strong> <span className="text-muted-foreground">{name}</span>
          </span>
        ))}
      </span>
    </label>
  );
}
