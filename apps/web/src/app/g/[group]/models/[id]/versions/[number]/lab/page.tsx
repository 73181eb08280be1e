import { Badge, Button } from "@diaphane/ui";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LabPage } from "@/features/latent-lab/components/lab-page.tsx";
import { LatentLab } from "@/features/latent-lab/components/latent-lab.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { createContext } from "@/server/context.ts";
import { draftPresets } from "@/server/lab/draft-presets.ts";
import { labOfVersion } from "@/server/lab/lab-of-version.ts";
import { api } from "@/trpc/server.tsx";

type Props = PageProps<"/g/[group]/models/[id]/versions/[number]/lab">;

export async function generateMetadata() {
  return { title: (await getTranslations("lab"))("title") };
}

/** The lab of any version of a group's model, for its members, with the images of their own data set. */
export default async function MemberLabPage({ params }: Props) {
  const { group, id, number } = await params;
  const version = await orNotFound(api().model.version({ modelId: id, number: Number(number) }));
  const [lab, drafts, checks, t] = await Promise.all([
    createContext().then((ctx) => labOfVersion(ctx, version)),
    createContext().then((ctx) => draftPresets(ctx, { group, modelVersionId: version.id })),
    api().latent.analyses({ modelVersionId: version.id, kind: "EXPLANATION_CHECK" }),
    getTranslations("gallery"),
  ]);
  const self = `/g/${group}/models/${id}/versions/${number}`;
  const isChecked = checks.some(({ status }) => status === "SUCCEEDED");
  const { dataset } = version.datasetVersion;
  return (
    <LabPage
      title={version.model.name}
      subtitle={t("versionLine", { number: version.number, dataset: dataset.name })}
      aside={
        <div className="flex items-center gap-3">
          {dataset.isSynthetic ? <Badge tone="accent">{t("synthetic")}</Badge> : null}
          <Button variant="secondary" size="small" render={<Link href={self} />}>
            {t("toVersion")}
          </Button>
        </div>
      }
    >
      <LatentLab
        presets={[...lab.presets, ...drafts]}
        address={lab.address}
        samples={lab.samples}
        names={lab.names}
        checksUrl={isChecked ? `${self}/latents?tab=checks` : null}
      />
    </LabPage>
  );
}
