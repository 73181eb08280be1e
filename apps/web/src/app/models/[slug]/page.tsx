import { ModelCard } from "@/features/gallery/model-card.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { askedUrl, modelUrl } from "@/server/card/model-url.ts";
import { readCardFacts } from "@/server/card/read-card-facts.ts";
import { createContext } from "@/server/context.ts";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/models/[slug]">) {
  const { name, description } = await orNotFound(api().lab.releasedModel(await params));
  return { title: name, ...(description ? { description } : {}) };
}

/** The public page of a released model. */
export default async function ModelPage({ params }: PageProps<"/models/[slug]">) {
  const model = await orNotFound(api().lab.releasedModel(await params));
  const facts = model.versions.length > 0 ? await readCardFacts(await createContext(), model) : null;
  return <ModelCard model={model} facts={facts} url={modelUrl(await askedUrl(), model.slug)} />;
}
