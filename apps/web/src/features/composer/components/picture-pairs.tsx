"use client";

import { Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LiveCanvas } from "@/features/latent-lab/components/picture-canvas.tsx";
import type { LabEngine } from "@/features/latent-lab/engine/engine-client.ts";
import { paintPicture } from "@/features/latent-lab/images/paint.ts";
import type { Fitted } from "../engine/protocol.ts";
import { type Shown, useShownPictures } from "../use-shown-pictures.ts";

export interface PicturePairsProps {
  engine: LabEngine;
  fitted: Fitted;
  alpha: number;
}

/** A dozen images of the selection set, each decoded without the preset and with it. */
export function PicturePairs({ engine, fitted, alpha }: PicturePairsProps) {
  const t = useTranslations("composer.pictures");
  const [kind, setKind] = useState<Shown>("decision");
  const { feeds, error } = useShownPictures(engine, fitted, { alpha, kind });
  const { shown, preset } = fitted;
  return (
    <section aria-labelledby="composer-pictures" className="dark rounded-xl bg-image-surround p-4 text-foreground">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="composer-pictures" className="text-base font-semibold">
          {t("title")}
        </h2>
        <Segmented
          aria-label={t("kind")}
          value={kind}
          onValueChange={setKind}
          options={(["decision", "removal"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </div>
      <p className="mb-3 text-[0.8125rem] text-muted-foreground">{t(`kindHelp.${kind}`)}</p>
      {error ? <p role="alert">{t("failed")}</p> : null}
      <ul className="grid grid-cols-1 gap-4 min-[420px]:grid-cols-2 xl:grid-cols-3">
        {shown.map(({ index, label, values }, place) => {
          const feed = feeds[place];
          const said = values.map((value, a) => `${preset.attributes[a]} = ${value ?? t("unknown")}`).join(", ");
          return feed ? (
            <li key={index}>
              <figure>
                <div className="grid grid-cols-2 gap-0.5 overflow-hidden rounded-lg">
                  {(["before", "after"] as const).map((which) => (
                    <LiveCanvas
                      key={which}
                      feed={feed[which]}
                      paint={paintPicture}
                      label={t(`${which}Label`, { index, label, values: said })}
                      testId={`composer-${which}-${place}`}
                      className="aspect-square w-full [image-rendering:pixelated]"
                    />
                  ))}
                </div>
                <figcaption className="mt-1 text-xs break-words text-muted-foreground">
                  <span aria-hidden className="grid grid-cols-2">
                    <span>{t("before")}</span>
                    <span>{t("after")}</span>
                  </span>
                  <span className="text-foreground">
                    {label} · {said}
                  </span>
                </figcaption>
              </figure>
            </li>
          ) : null;
        })}
      </ul>
      {shown.length === 0 ? <p className="text-sm">{t("none")}</p> : null}
    </section>
  );
}
