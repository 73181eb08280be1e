"use client";

import { Checkbox } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import type { FormValues } from "./form-values.ts";
import { freeLatent } from "./free-latent.ts";

/** Ticked attributes order a latent each, the first that is free; which one stands beside its name. */
export function AttributeLatents({ attributes }: { attributes: readonly string[] }) {
  const t = useTranslations("training.field.aligned");
  const { control, setValue } = useFormContext<FormValues>();
  const aligned = useWatch({ control, name: "settings.aligned" });
  // One that an earlier training used is shown even when this version of the data has it no more.
  const names = [...new Set([...attributes, ...aligned.map(({ name }) => name)])];
  const choose = (next: typeof aligned) => setValue("settings.aligned", next, { shouldDirty: true });
  return (
    <fieldset className="flex flex-col gap-2 sm:col-span-2">
      <legend className="mb-1.5 text-sm font-medium">{t("label")}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {names.map((name) => {
          const latent = aligned.find((each) => each.name === name)?.latent;
          return (
            <Checkbox
              key={name}
              checked={latent !== undefined}
              onCheckedChange={(isOn) =>
                choose(
                  isOn
                    ? [...aligned, { name, latent: freeLatent(aligned) }]
                    : aligned.filter((each) => each.name !== name),
                )
              }
              label={latent === undefined ? name : t("latent", { name, latent: latent + 1 })}
            />
          );
        })}
      </div>
      <p className="text-[0.8125rem] leading-snug text-muted-foreground">{t("help")}</p>
    </fieldset>
  );
}
