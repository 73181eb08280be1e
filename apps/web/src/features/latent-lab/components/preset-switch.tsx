"use client";

import { Select, Slider } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LabAction } from "../state/lab-reducer.ts";
import type { LabState } from "../state/lab-state.ts";
import type { LabPreset } from "../use-lab-preset.ts";

const none = "none";
const steps = 20;

export interface PresetSwitchProps {
  presets: readonly LabPreset[];
  chosen: LabState["preset"];
  hasFailed: boolean;
  dispatch: (action: LabAction) => void;
}

/** Switches a preset on and off, and sets how strongly; nothing where the model has none. */
export function PresetSwitch({ presets, chosen, hasFailed, dispatch }: PresetSwitchProps) {
  const t = useTranslations("lab.preset");
  if (presets.length === 0) return null;
  const known = presets.find(({ slug }) => slug === chosen?.slug);
  return (
    <section aria-labelledby="lab-preset" className="flex flex-col gap-1.5">
      <h2 id="lab-preset" className="text-[0.8125rem] text-muted-foreground">
        {t("title")}
      </h2>
      <Select
        aria-label={t("title")}
        value={known?.slug ?? none}
        onValueChange={(slug) => dispatch({ type: "presetSet", preset: slug === none ? null : { slug, alpha: 1 } })}
        options={[
          { value: none, label: t("none") },
          ...presets.map(({ slug, name, isReleased }) => ({
            value: slug,
            label: isReleased ? name : t("draft", { name }),
          })),
        ]}
      />
      {chosen && known ? (
        <>
          <Slider
            aria-label={t("strength")}
            min={0}
            max={steps}
            value={Math.round(chosen.alpha * steps)}
            valueText={(value) => t("strengthValue", { alpha: value / steps })}
            onValueChange={(value) =>
              dispatch({ type: "presetSet", preset: { slug: known.slug, alpha: value / steps } })
            }
          />
          <Link href={known.page} className="text-[0.8125rem] text-primary underline underline-offset-4">
            {t("about")}
          </Link>
        </>
      ) : null}
      {hasFailed ? (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {t("failed")}
        </p>
      ) : null}
    </section>
  );
}
