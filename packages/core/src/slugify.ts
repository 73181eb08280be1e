import { randomBytes } from "node:crypto";

/** A name as it stands in an address: `Tórax 2 (prueba)` → `torax-2-prueba`. Empty when nothing of it can be kept. */
export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
}

/** The slug of `name`, or that slug with a random end while `isTaken`. */
export async function findFreeSlug(name: string, fallback: string, isTaken: (slug: string) => Promise<boolean>) {
  const wanted = slugify(name) || fallback;
  let slug = wanted;
  while (await isTaken(slug)) slug = `${wanted}-${randomBytes(3).toString("hex")}`;
  return slug;
}
