import { cache } from "react";
import { api } from "@/trpc/server.tsx";

/** The signed-in reader's group of that address with their role in it, or null; asked once a request. */
export const loadGroup = cache(async (slug: string) => {
  const { groups } = await api().viewer.get();
  return groups.find((group) => group.slug === slug) ?? null;
});
