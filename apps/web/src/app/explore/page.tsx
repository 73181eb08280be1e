import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LabPage } from "@/features/latent-lab/components/lab-page.tsx";
import { LatentLab } from "@/features/latent-lab/components/latent-lab.tsx";
import { readExploredBundle } from "@/server/lab/explore-bundle.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("lab"))("title") };
}

/** The lab on a bundle in a folder of this machine, for `diaphane explore`; there is no such page otherwise. */
export default async function ExplorePage() {
  const bundle = await readExploredBundle();
  if (!bundle) notFound();
  const address = {
    manifestUrl: "/api/lab/explore/model.json",
    weightsUrl: "/api/lab/explore/weights.safetensors",
    weightsSha256: bundle.weightsSha256,
  };
  return (
    <LabPage title={bundle.folder} subtitle={bundle.classes.join(" · ")}>
      <LatentLab address={address} samples={null} />
    </LabPage>
  );
}
