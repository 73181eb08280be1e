import { NextIntlClientProvider } from "next-intl";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { AuditPage } from "@/features/reviews/audit-page.tsx";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

/** The same as in the group, for a guest reviewer, who is not in it. */
export default async function GuestReviewPage({ params }: PageProps<"/reviews/[id]">) {
  const { id: auditId } = await params;
  await orNotFound(api().audit.get({ auditId }));
  await getQueryClient().prefetchQuery(trpc.audit.get.queryOptions({ auditId }));
  return (
    <NextIntlClientProvider>
      <HydrateClient>
        <AuditPage auditId={auditId} group={null} />
      </HydrateClient>
    </NextIntlClientProvider>
  );
}
