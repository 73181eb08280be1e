/** Three significant figures, in the reader's notation; integers stay whole. */
export function formatNumber(value: number, locale: string): string {
  if (Number.isInteger(value)) return new Intl.NumberFormat(locale).format(value);
  const magnitude = Math.abs(value);
  // Scientific beyond what three figures can show without a tail of zeros.
  const notation = magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e7) ? "scientific" : "standard";
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 3, notation }).format(value);
}

/** A measured value with its interval: `0.953 [0.941, 0.964]`. */
export function formatInterval(value: number, interval: readonly [number, number], locale: string): string {
  const three = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return `${three.format(value)} [${three.format(interval[0])}, ${three.format(interval[1])}]`;
}
