import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { embedLocaleHeader } from "../server/embed-choice.ts";
import { loadMessages } from "./load-messages.ts";
import { isLocale, localeCookie, localeTags, negotiateLocale } from "./locale.ts";

/** No locale in the address, but for embedded labs: the reader's cookie decides, else what the browser asks for. */
export default getRequestConfig(async () => {
  const asked = await headers();
  const chosen = asked.get(embedLocaleHeader) || (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : negotiateLocale(asked.get("accept-language"));
  return { locale: localeTags[locale], messages: await loadMessages(locale), timeZone: "UTC" };
});
