import { useLocale } from "next-intl";
import { useMemo } from "react";
import { formatDuration } from "./format-duration.ts";
import { formatBytes, formatCompact, formatCount, formatFigure, formatInterval, formatShare } from "./format-figure.ts";

/** The number formats of these pages, in the reader's language. */
export function useFigures() {
  const locale = useLocale();
  return useMemo(
    () => ({
      locale,
      figure: (value: number) => formatFigure(value, locale),
      interval: (value: number, interval: readonly [number, number] | null) => formatInterval(value, interval, locale),
      count: (value: number) => formatCount(value, locale),
      /** A place on an axis: steps are whole, minutes are not. */
      position: (value: number) => (Number.isInteger(value) ? formatCount : formatFigure)(value, locale),
      compact: (value: number) => formatCompact(value, locale),
      bytes: (value: number) => formatBytes(value, locale),
      share: (value: number) => formatShare(value, locale),
      duration: formatDuration,
    }),
    [locale],
  );
}
