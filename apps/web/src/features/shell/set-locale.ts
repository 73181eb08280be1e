"use server";

import { cookies } from "next/headers";
import { isLocale, type Locale, localeCookie } from "@/i18n/locale.ts";
import { api } from "@/trpc/server.tsx";

/** Keeps the reader's language in this browser, and with the account when signed in. */
export async function setLocale(locale: Locale): Promise<void> {
  // What a browser sends to a server action is unchecked, whatever its type says.
  if (!isLocale(locale)) return;
  const { user } = await api().viewer.get();
  if (user) await api().viewer.updateLocale({ locale });
  (await cookies()).set(localeCookie, locale, { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax" });
}
