import { can } from "@diaphane/core/permissions";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LatentsPage } from "@/features/latents/latents-page.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { createContext } from "@/server/context.ts";
import { labOfVersion } from "@/server/lab/lab-of-version.ts";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("latents"))("title") };
}

/** What the latents of a version mean: atlas, map, directions, and whether explanations mean anything. */
export default async function VersionLatentsPage({
  params,
  searchParams,
}: PageProps<"/g/[group]/models/[id]/versions/[number]/latents">) {
  const [{ group: slug, id, number }, { tab }] = await Promise.all([params, searchParams]);
  const [group, version] = await Promise.all([
    loadGroup(slug),
    orNotFound(api().model.version({ modelId: id, number: Number(number) })),
  ]);
  if (!group || version.model.groupId !== group.id) notFound();
  const allowed = { canAnalyse: can(group.role, "analysis:create"), canName: can(group.role, "latent:name") };
  const { address, samples } = await createContext().then((ctx) => labOfVersion(ctx, version));
  return (
    <LatentsPage
      group={slug}
      version={version}
      lab={{ address, samples }}
      tab={typeof tab === "string" ? tab : null}
      {...allowed}
    />
  );
}
