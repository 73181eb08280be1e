import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ComposerPage } from "@/features/composer/components/composer-page.tsx";
import { NewComposition } from "@/features/composer/components/new-composition.tsx";
import { compositionOf } from "@/features/composer/composition-link.ts";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { bundleAddress } from "@/server/lab/bundle-address.ts";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("composer"))("title") };
}

/** `?model=…&number=…&data=…` says of which version and on which images; without them they are chosen first. */
export default async function ComposePage({ params, searchParams }: PageProps<"/g/[group]/bias/compose">) {
  const [{ group: slug }, search, t] = await Promise.all([params, searchParams, getTranslations("composer")]);
  const group = await loadGroup(slug);
  if (!group || !can(group.role, "analysis:create")) notFound();
  const { model: modelId, number, data: datasetVersionId } = search;
  if (typeof modelId !== "string" || typeof datasetVersionId !== "string") {
    const client = getQueryClient();
    await Promise.all([
      client.prefetchQuery(trpc.model.list.queryOptions({ group: slug })),
      client.prefetchQuery(trpc.dataset.list.queryOptions({ group: slug })),
    ]);
    return (
      <HydrateClient>
        <PageFrame title={t("title")} description={t("lead")}>
          <NewComposition group={slug} />
        </PageFrame>
      </HydrateClient>
    );
  }
  const version = await orNotFound(api().model.version({ modelId, number: Number(number) }));
  if (version.model.groupId !== group.id) notFound();
  return (
    <PageFrame
      className="max-w-[110rem]"
      title={t("title")}
      description={t("of", { name: version.model.name, number: version.number })}
    >
      <ComposerPage
        {...{ group: slug, modelVersionId: version.id, datasetVersionId }}
        address={bundleAddress(version)}
        initial={compositionOf(search)}
      />
    </PageFrame>
  );
}
