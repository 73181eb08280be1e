import { notFound } from "next/navigation";
import { EmbedFooter } from "@/features/gallery/embed-footer.tsx";
import { LatentLab } from "@/features/latent-lab/components/latent-lab.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { createContext } from "@/server/context.ts";
import { labOfVersion } from "@/server/lab/lab-of-version.ts";
import { api } from "@/trpc/server.tsx";

/** The lab alone, for a frame in another site's page. */
export default async function EmbedPage({ params }: PageProps<"/embed/[slug]">) {
  const model = await orNotFound(api().lab.releasedModel(await params));
  const [version] = model.versions;
  if (!version) notFound();
  const lab = await labOfVersion(await createContext(), version);
  return (
    <>
      <h1 className="sr-only">{model.name}</h1>
      <LatentLab presets={lab.presets} address={lab.address} samples={lab.samples} names={lab.names} isEmbedded />
      <EmbedFooter slug={model.slug} name={model.name} />
    </>
  );
}
