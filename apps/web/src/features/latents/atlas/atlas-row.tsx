"use client";

import { type Atlas, type AtlasLatent, fromBase64 } from "@diaphane/model/latent";
import { formatNumber, ImageCanvas, SignedBarMark, viridis } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { AssociationList } from "./association-list.tsx";
import { LatentNaming } from "./latent-naming.tsx";
import { type LatentNamed, latentTitle } from "./latent-title.ts";
import { stripImage } from "./strip-image.ts";

interface AtlasRowProps {
  modelVersionId: string;
  atlas: Atlas;
  latent: AtlasLatent;
  named: LatentNamed | undefined;
  canName: boolean;
}

/** One latent: its name, what it draws and where, what it does to the decision, and what it goes with. */
export function AtlasRow({ modelVersionId, atlas, latent, named, canName }: AtlasRowProps) {
  const t = useTranslations("latents.atlas");
  const locale = useLocale();
  const { side, channels } = atlas;
  const title = latentTitle(latent.latent, named?.name);
  const steps = latent.values.length;
  const strip = useMemo(
    () => stripImage(fromBase64(latent.strip), { steps, side, channels }),
    [latent.strip, steps, side, channels],
  );
  const change = useMemo(() => fromBase64(latent.change), [latent.change]);
  const extent = Math.max(...atlas.latents.flatMap(({ effects }) => effects.map(Math.abs)), Number.EPSILON);
  const number = (value: number) => formatNumber(value, locale);
  return (
    <li
      className="grid gap-4 py-5 lg:grid-cols-[12rem_minmax(0,1fr)_16rem]"
      data-testid={`atlas-latent-${latent.latent}`}
    >
      <div className="flex flex-col items-start gap-1">
        <h3 className="font-semibold break-words">{title}</h3>
        {named?.meaning ? <p className="text-sm break-words text-muted-foreground">{named.meaning}</p> : null}
        <p className="tabular text-sm text-muted-foreground">{t("kl", { value: number(latent.kl) })}</p>
        {canName ? <LatentNaming modelVersionId={modelVersionId} latent={latent.latent} named={named} /> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <ImageCanvas
          pixels={strip}
          width={side * steps}
          height={side}
          channels={channels}
          label={t("stripLabel", { title })}
        />
        <div className="flex items-center gap-3">
          <ImageCanvas
            pixels={change}
            width={side}
            height={side}
            channels={1}
            colourMap={viridis}
            label={t("changeLabel", { title })}
            className="w-20 shrink-0"
          />
          <p className="text-sm text-muted-foreground">{t("change", { value: number(latent.largestChange) })}</p>
        </div>
      </div>
      <div className="flex flex-col gap-3 text-sm">
        {atlas.classes.length > 0 ? (
          <ul aria-label={t("effects")} className="flex flex-col gap-1">
            {atlas.classes.map((name, place) => (
              <li key={name} className="grid grid-cols-[minmax(0,1fr)_5rem_4.5rem] items-center gap-2">
                <span className="truncate">{name}</span>
                <SignedBarMark value={latent.effects[place] ?? 0} extent={extent} />
                <span className="tabular text-right">{number(latent.effects[place] ?? 0)}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <AssociationList associations={latent.associations} />
        {latent.matches.length > 0 ? (
          <p className="text-muted-foreground">
            {t("stability", {
              value: number(Math.min(...latent.matches.map(({ correlation }) => Math.abs(correlation)))),
              count: latent.matches.length,
            })}
          </p>
        ) : null}
      </div>
    </li>
  );
}
