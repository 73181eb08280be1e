import { getTranslations } from "next-intl/server";
import { ModelLab } from "@/features/gallery/model-lab.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/models/[slug]/lab">) {
  const [{ name }, t] = await Promise.all([orNotFound(api().lab.releasedModel(await params)), getTranslations("lab")]);
  return { title: `${name} · ${t("title")}` };
}

/** The public lab of a released model: its newest version. */
export default async function PublicLabPage({ params }: PageProps<"/models/[slug]/lab">) {
  return <ModelLab model={await orNotFound(api().lab.releasedModel(await params))} />;
}
