/** A measured quantity with three significant figures, trailing zeros kept: 0.966, 23.7, 1.00. */
export function formatFigure(value: number, locale: string): string {
  if (!Number.isFinite(value)) return "–";
  const format = Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : significant(3);
  return new Intl.NumberFormat(locale, format).format(value);
}

/** A value with its interval: 0.966 [0.951, 0.979]. */
export function formatInterval(value: number, interval: readonly [number, number] | null, locale: string): string {
  const figure = formatFigure(value, locale);
  if (interval === null || !interval.every(Number.isFinite)) return figure;
  return `${figure} [${formatFigure(interval[0], locale)}, ${formatFigure(interval[1], locale)}]`;
}

/** A number of things, whole: 4,708. */
export function formatCount(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A large count in words a card has room for: 86.1 k, 5.2 M. */
export function formatCompact(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 }).format(value);
}

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size on a disk, in powers of 1,000 as operating systems print it. */
export function formatBytes(sizeBytes: number, locale: string): string {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, sizeBytes)) / 3)));
  const unit = byteUnits[power] ?? "byte";
  const format = {
    style: "unit",
    unit,
    unitDisplay: power === 0 ? "long" : "short",
    ...significant(3, power > 0),
  } as const;
  return new Intl.NumberFormat(locale, format).format(sizeBytes / 1000 ** power);
}

/** A share as a percentage with three significant figures at most. */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 3 }).format(share);
}

function significant(digits: number, keepZeros = true) {
  return { maximumSignificantDigits: digits, ...(keepZeros ? { minimumSignificantDigits: digits } : {}) };
}
