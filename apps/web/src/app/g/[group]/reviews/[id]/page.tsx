import { notFound } from "next/navigation";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { AuditPage } from "@/features/reviews/audit-page.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

/** What was handed in, what was said of it, and the reviewer's decision. */
export default async function ReviewPage({ params }: PageProps<"/g/[group]/reviews/[id]">) {
  const { group: slug, id: auditId } = await params;
  const [group, audit] = await Promise.all([loadGroup(slug), orNotFound(api().audit.get({ auditId }))]);
  if (!group || audit.groupId !== group.id) notFound();
  await getQueryClient().prefetchQuery(trpc.audit.get.queryOptions({ auditId }));
  return (
    <HydrateClient>
      <AuditPage auditId={auditId} group={slug} />
    </HydrateClient>
  );
}
