import type { Locale } from "./locale.ts";
import { namespaces } from "./messages.ts";

/** All features' texts in one language, each under its file's name. */
export async function loadMessages(locale: Locale) {
  const files = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`../../messages/${locale}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(files);
}
