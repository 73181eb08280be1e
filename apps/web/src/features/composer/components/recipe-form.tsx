"use client";

import { type PresetMethod, presetMethods } from "@diaphane/model/debias";
import { Checkbox, Field, Segmented, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { Recipe } from "../engine/protocol.ts";

export interface RecipeFormProps {
  attributes: readonly string[];
  recipe: Recipe;
  onChange: (recipe: Recipe) => void;
}

const ranks = ["1", "2"] as const;

/** What is taken out, and how; of the chosen method what it does and when it harms. */
export function RecipeForm({ attributes, recipe, onChange }: RecipeFormProps) {
  const t = useTranslations("composer");
  const methods = useTranslations("presets.methods");
  const setMethod = (method: PresetMethod) => onChange({ ...recipe, method });
  return (
    <div className="flex flex-col gap-5">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t("attributes")}</legend>
        {attributes.map((name) => (
          <Checkbox
            key={name}
            label={<span className="break-words">{name}</span>}
            checked={recipe.attributes.includes(name)}
            onCheckedChange={(isChosen) =>
              onChange({
                ...recipe,
                attributes: attributes.filter((one) => (one === name ? isChosen : recipe.attributes.includes(one))),
              })
            }
          />
        ))}
        <p className="text-[0.8125rem] text-muted-foreground">
          {attributes.length === 0 ? t("noAttributes") : t("attributesHelp")}
        </p>
      </fieldset>
      <Field label={t("method")} help={t(`does.${recipe.method}`)}>
        {(control) => (
          <Select
            {...control}
            value={recipe.method}
            onValueChange={setMethod}
            options={presetMethods.map((value) => ({ value, label: methods(value) }))}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium">{t("rank")}</span>
        <Segmented
          aria-label={t("rank")}
          value={recipe.rank === 1 ? "1" : "2"}
          onValueChange={(rank) => onChange({ ...recipe, rank: rank === "1" ? 1 : 2 })}
          options={ranks.map((value) => ({ value, label: t(`ranks.${value}`) }))}
        />
        <p className="text-[0.8125rem] text-muted-foreground">{t(`rankHelp.${recipe.rank}`)}</p>
      </div>
    </div>
  );
}
