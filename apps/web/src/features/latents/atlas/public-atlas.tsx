"use client";

import { useTranslations } from "next-intl";
import { AtlasList } from "./atlas-list.tsx";
import { useAtlas } from "./use-atlas.ts";

/** The atlas of a released version that has one, with the names of its latents. */
export function PublicAtlas({ modelVersionId }: { modelVersionId: string }) {
  const t = useTranslations("latents.atlas");
  const atlas = useAtlas(modelVersionId, "released");
  if (!atlas) return null;
  return (
    <section aria-labelledby="atlas-title" className="flex flex-col gap-3">
      <h2 id="atlas-title" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-prose text-sm text-muted-foreground">
        {t("basis", { images: atlas.basis.images, heldOut: atlas.basis.heldOut ? "yes" : "no" })}
      </p>
      <AtlasList modelVersionId={modelVersionId} atlas={atlas} canName={false} />
    </section>
  );
}
