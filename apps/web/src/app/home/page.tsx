import { redirect } from "next/navigation";
import { api } from "@/trpc/server.tsx";

/** Where signing in leads: one's first group, or founding one. */
export default async function HomePage() {
  const { user, groups } = await api().viewer.get();
  if (!user) redirect("/sign-in");
  redirect(groups[0] ? `/g/${groups[0].slug}` : "/groups/new");
}
