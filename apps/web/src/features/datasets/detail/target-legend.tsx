"use client";

import { Checkbox } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import type { TargetClasses, TargetColours } from "../targets.ts";

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
  const format = useFormatter();
  const { maskClasses, boxClasses } = classes;
  const kind = boxClasses.length === 0 ? "masks" : maskClasses.length === 0 ? "boxes" : "both";
  const contours = maskClasses.flatMap((name, i) => {
    const colour = colours.masks[i];
    return colour ? [{ key: `mask-${i}`, mark: "line", name, colour, count: null }] : [];
  });
  const counted = boxClasses.map((name, i) => {
    const count = boxes ? boxes.filter(({ classIndex }) => classIndex === i).length : null;
    return { key: `box-${i}`, mark: "box", name, colour: colours.boxes[i] ?? "currentColor", count };
  });
  const isUnseen = boxClasses.length > 0 && boxes === null;
  return (
    <div className="flex flex-col gap-2">
      <Checkbox checked={isOn} onCheckedChange={onToggle} label={t("targets", { kind })} />
      {isOn ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {[...contours, ...counted].map(({ key, mark, name, colour, count }) => (
            <li key={key} className="flex items-center gap-1.5">
              <span
                aria-hidden
                className={mark === "line" ? "h-0.5 w-4 rounded-full" : "size-3 rounded-xs border-2"}
                style={mark === "line" ? { background: colour } : { borderColor: colour }}
              />
              {name}
              {count === null ? null : <span className="tabular opacity-70">{format.number(count)}</span>}
            </li>
          ))}
        </ul>
      ) : null}
      {isOn && isUnseen ? <p className="text-xs text-image-surround-foreground/70">{t("boxesUnknown")}</p> : null}
    </div>
  );
}
