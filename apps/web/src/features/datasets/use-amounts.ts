import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { scaleBytes, splitSeconds } from "./amounts.ts";

/** Writes sizes and times in the reader's language. */
export function useAmounts() {
  const format = useFormatter();
  const t = useTranslations("datasets.upload");
  return useMemo(
    () => ({
      /** `1536000` → "1.54 MB". */
      bytes(bytes: number): string {
        const { value, unit } = scaleBytes(bytes);
        return format.number(value, { style: "unit", unit, unitDisplay: "short", maximumSignificantDigits: 3 });
      },
      /** `125` → "2 min 5 s". */
      duration(seconds: number): string {
        const parts = splitSeconds(seconds);
        if (parts.hours > 0) return t("hours", { hours: parts.hours, minutes: parts.minutes });
        return parts.minutes > 0
          ? t("minutes", { minutes: parts.minutes, seconds: parts.seconds })
          : t("seconds", { seconds: parts.seconds });
      },
    }),
    [format, t],
  );
}
