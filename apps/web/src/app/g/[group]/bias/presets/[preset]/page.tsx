import { can } from "@diaphane/core/permissions";
import { notFound } from "next/navigation";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { PresetPage } from "@/features/presets/preset-page.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

/** A preset of the group: what it is fitted on, and what it does. */
export default async function GroupPresetPage({ params }: PageProps<"/g/[group]/bias/presets/[preset]">) {
  const { group: slug, preset: presetId } = await params;
  const [group] = await Promise.all([loadGroup(slug), orNotFound(api().preset.get({ presetId }))]);
  if (!group) notFound();
  await getQueryClient().prefetchQuery(trpc.preset.get.queryOptions({ presetId }));
  return (
    <HydrateClient>
      <PresetPage presetId={presetId} canCancel={can(group.role, "analysis:cancel")} />
    </HydrateClient>
  );
}
