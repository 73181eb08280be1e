"use client";

import { Checkbox } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { TargetClasses, TargetColours } from "../targets.ts";
import { TargetNames } from "./target-names.tsx";

export interface TargetLegendProps {
  classes: TargetClasses;
  colours: TargetColours;
  /** Of the image: null when nobody looked for any, undefined while they are on their way. */
  boxes: readonly { classIndex: number }[] | null | undefined;
  isOn: boolean;
  onToggle(isOn: boolean): void;
}

/** Switches the outlines over an image, and says which colour is what. */
export function TargetLegend({ classes, colours, boxes, isOn, onToggle }: TargetLegendProps) {
  const t = useTranslations("datasets.sample");
  const { maskClasses, boxClasses } = classes;
  const kind = boxClasses.length === 0 ? "masks" : maskClasses.length === 0 ? "boxes" : "both";
  const isUnseen = boxClasses.length > 0 && boxes === null;
  return (
    <div className="flex flex-col gap-2">
      <Checkbox checked={isOn} onCheckedChange={onToggle} label={t("targets", { kind })} />
      {isOn ? <TargetNames classes={classes} colours={colours} boxes={boxes} /> : null}
      {isOn && isUnseen ? <p className="text-xs text-image-surround-foreground/70">{t("boxesUnknown")}</p> : null}
    </div>
  );
}
