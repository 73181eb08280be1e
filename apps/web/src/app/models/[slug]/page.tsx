import { ModelCard } from "@/features/gallery/model-card.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/models/[slug]">) {
  const { name, description } = await orNotFound(api().lab.releasedModel(await params));
  return { title: name, ...(description ? { description } : {}) };
}

/** The public card of a released model. */
export default async function ModelPage({ params }: PageProps<"/models/[slug]">) {
  return <ModelCard model={await orNotFound(api().lab.releasedModel(await params))} />;
}
