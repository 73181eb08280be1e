import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "./load-messages.ts";
import { isLocale, localeCookie, localeTags, negotiateLocale } from "./locale.ts";

/** No locale in the address: the reader's cookie decides, else what the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));
  return { locale: localeTags[locale], messages: await loadMessages(locale), timeZone: "UTC" };
});
