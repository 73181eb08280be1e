"use client";

import { useTranslations } from "next-intl";
import { paintPicture } from "../images/paint.ts";
import type { PictureFeed } from "../images/picture-feed.ts";
import type { Explanation } from "../use-explanation.ts";
import { LiveCanvas } from "./picture-canvas.tsx";
import { useLabFormat } from "./use-lab-format.ts";

/** On a phone the sliders are below the pictures: what they do stays in sight at the bottom, by the thumb. */
export function HandBar({ edited, explanation }: { edited: PictureFeed; explanation: Explanation | null }) {
  return (
    <div
      aria-hidden
      className="dark sticky bottom-2 z-20 flex items-center gap-3 rounded-xl bg-image-surround p-2 text-foreground shadow-lg lg:hidden"
    >
      <div className="size-24 shrink-0 overflow-hidden rounded-md">
        <LiveCanvas feed={edited} paint={paintPicture} label="" />
      </div>
      {explanation ? <HandPrediction explanation={explanation} /> : null}
    </div>
  );
}

function HandPrediction({ explanation }: { explanation: Explanation }) {
  const t = useTranslations("lab.prediction");
  const format = useLabFormat();
  const { before, after, className, threshold } = explanation;
  return (
    <div className="min-w-0">
      <p className="truncate text-[0.8125rem] text-muted-foreground">{className}</p>
      <p className="tabular text-2xl font-semibold whitespace-nowrap">
        <span className="text-muted-foreground">{format.probability(before.probability)}</span> →{" "}
        {format.probability(after.probability)}
      </p>
      <p className="text-xs text-muted-foreground">
        {threshold === null ? null : t("flipsShort", { threshold: format.plain(threshold, 2) })}
      </p>
    </div>
  );
}
