import { headers } from "next/headers";
import { env } from "../../env.ts";

/** Where a model's page is found: at the address that the platform says it has, else at the one that was asked. */
export function modelUrl(askedUrl: string, slug: string): string {
  return new URL(`/models/${slug}`, env.NEXTAUTH_URL ?? askedUrl).href;
}

/** The address that a page's visitor asked, as far as their browser and what stands between say. */
export async function askedUrl(): Promise<string> {
  const asked = await headers();
  return `${asked.get("x-forwarded-proto") ?? "http"}://${asked.get("x-forwarded-host") ?? asked.get("host") ?? "localhost"}`;
}
