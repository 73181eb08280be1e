import { DemoWaiting } from "@/features/gallery/demo-waiting.tsx";
import { LandingHero, ToyCaption } from "@/features/gallery/landing-hero.tsx";
import { LandingNext } from "@/features/gallery/landing-next.tsx";
import { ModelGallery } from "@/features/gallery/model-gallery.tsx";
import { ThreeSteps } from "@/features/gallery/three-steps.tsx";
import { LatentToy } from "@/features/latent-lab/components/latent-toy.tsx";
import { createContext } from "@/server/context.ts";
import { labOfVersion } from "@/server/lab/lab-of-version.ts";
import { api } from "@/trpc/server.tsx";

const MOST_MODELS = 100;

/** What Diaphane is, one model to touch, and the gallery. */
export default async function LandingPage() {
  const [models, presets, viewer] = await Promise.all([
    api().lab.released({ limit: MOST_MODELS }),
    api().preset.listReleased({}),
    api().viewer.get(),
  ]);
  const withPresets = new Set(presets.map(({ analysis }) => analysis.latentSet.modelVersion.id));
  const [model] = models;
  const version = model?.versions[0];
  const lab = version ? await labOfVersion(await createContext(), version) : null;
  return (
    <>
      <LandingHero>
        {lab && model && version ? (
          <div className="flex flex-col gap-3">
            <LatentToy address={lab.address} samples={lab.samples} />
            <ToyCaption name={model.name} slug={model.slug} isSynthetic={version.datasetVersion.dataset.isSynthetic} />
          </div>
        ) : (
          <DemoWaiting />
        )}
      </LandingHero>
      <ThreeSteps />
      <ModelGallery models={models} withPresets={withPresets} />
      <LandingNext isSignedIn={viewer.user !== null} />
    </>
  );
}
