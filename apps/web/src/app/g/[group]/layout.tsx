import { notFound, redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { GroupNav } from "@/features/shell/group-nav.tsx";
import { sectionsFor } from "@/features/shell/group-sections.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { api } from "@/trpc/server.tsx";

/** Everything of a group, with all texts: for its members only; whoever is not one learns nothing of it. */
export default async function GroupLayout({ children, params }: LayoutProps<"/g/[group]">) {
  const { group: slug } = await params;
  const [{ user }, group] = await Promise.all([api().viewer.get(), loadGroup(slug)]);
  if (!user) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/g/${slug}`)}`);
  if (!group) notFound();
  return (
    <NextIntlClientProvider>
      <GroupNav slug={slug} name={group.name} sections={sectionsFor(group.role)} />
      {children}
    </NextIntlClientProvider>
  );
}
