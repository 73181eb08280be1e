import { Badge, Button } from "@diaphane/ui";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LabPage } from "@/features/latent-lab/components/lab-page.tsx";
import { LatentLab } from "@/features/latent-lab/components/latent-lab.tsx";
import { createContext } from "@/server/context.ts";
import { labOfVersion } from "@/server/lab/lab-of-version.ts";
import type { ReleasedModel } from "./released-model.ts";

/** The lab of a released model's newest version. */
export async function ModelLab({ model }: { model: ReleasedModel }) {
  const [version] = model.versions;
  if (!version) notFound();
  const [lab, t] = await Promise.all([
    createContext().then((ctx) => labOfVersion(ctx, version)),
    getTranslations("gallery"),
  ]);
  const { dataset } = version.datasetVersion;
  return (
    <LabPage
      title={model.name}
      subtitle={t("versionLine", { number: version.number, dataset: dataset.name })}
      aside={
        <div className="flex items-center gap-3">
          {dataset.isSynthetic ? <Badge tone="accent">{t("synthetic")}</Badge> : null}
          <Button variant="secondary" size="small" render={<Link href={`/models/${model.slug}`} />}>
            {t("toCard")}
          </Button>
        </div>
      }
    >
      <LatentLab presets={lab.presets} address={lab.address} samples={lab.samples} names={lab.names} />
    </LabPage>
  );
}
