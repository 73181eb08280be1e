import type { useFormatter, useTranslations } from "next-intl";
import { formatBytes, formatCompact, formatCount, formatInterval } from "../../models/figures/format-figure.ts";

/** How a card says things, in one language. */
export interface CardWords {
  t: ReturnType<typeof useTranslations<"card">>;
  date(value: Date): string;
  count(value: number): string;
  compact(value: number): string;
  bytes(value: number): string;
  /** A figure with its interval; null stays null. */
  estimate(of: { value: number; interval: readonly [number, number] | null } | null | undefined): string | null;
}

export function cardWords(
  t: CardWords["t"],
  format: Pick<ReturnType<typeof useFormatter>, "dateTime">,
  locale: string,
): CardWords {
  return {
    t,
    date: (value) => format.dateTime(value, { dateStyle: "long" }),
    count: (value) => formatCount(value, locale),
    compact: (value) => formatCompact(value, locale),
    bytes: (value) => formatBytes(value, locale),
    estimate: (of) => (of ? formatInterval(of.value, of.interval, locale) : null),
  };
}
