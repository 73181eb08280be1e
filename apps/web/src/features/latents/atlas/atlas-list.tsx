"use client";

import { type Atlas, inactiveKl } from "@diaphane/model/latent";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";
import { AtlasRow } from "./atlas-row.tsx";

interface AtlasListProps {
  modelVersionId: string;
  atlas: Atlas;
  canName: boolean;
}

/** Latents in use, those that tell most about an image first; the others folded away. */
export function AtlasList({ modelVersionId, atlas, canName }: AtlasListProps) {
  const t = useTranslations("latents.atlas");
  const trpc = useTRPC();
  const { data: names } = useQuery(trpc.latent.names.queryOptions({ modelVersionId }));
  const byKl = atlas.latents.toSorted((a, b) => b.kl - a.kl);
  const rows = (latents: Atlas["latents"]) => (
    <ol className="flex flex-col divide-y divide-border">
      {latents.map((latent) => (
        <AtlasRow
          key={latent.latent}
          modelVersionId={modelVersionId}
          atlas={atlas}
          latent={latent}
          named={names?.find((name) => name.latent === latent.latent)}
          canName={canName}
        />
      ))}
    </ol>
  );
  const inactive = byKl.filter(({ kl }) => kl < inactiveKl);
  return (
    <div data-testid="atlas">
      {rows(byKl.filter(({ kl }) => kl >= inactiveKl))}
      {inactive.length > 0 ? (
        <details className="mt-4 rounded-lg border border-border px-4 py-3 text-sm">
          <summary className="cursor-pointer">{t("inactive", { count: inactive.length })}</summary>
          {rows(inactive)}
        </details>
      ) : null}
    </div>
  );
}
