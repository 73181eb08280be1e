import type { LocaleTag } from "./locale.ts";
import type { Messages } from "./messages.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: LocaleTag;
    Messages: Messages;
  }
}
