interface Estimate {
  value: number;
  interval: readonly [number, number];
}

const [width, height, margin] = [180, 16, 6];

/** Dots with whiskers on the common scale of all of them, as SVG that needs nothing else; empty where there is no estimate. */
export function intervalPlots(estimates: readonly (Estimate | null)[]): string[] {
  const ends = estimates.flatMap((one) => (one ? [...one.interval, one.value] : []));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number): string =>
    (margin + ((value - least) / (most - least || 1)) * (width - 2 * margin)).toFixed(1);
  return estimates.map((one) => {
    if (!one) return "";
    const [from, to] = one.interval;
    const y = height / 2;
    return [
      `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" stroke="currentColor">`,
      `<path d="M${at(from)} ${y}H${at(to)}M${at(from)} ${y - 4}v8M${at(to)} ${y - 4}v8" fill="none" stroke-width="1.5"/>`,
      `<circle cx="${at(one.value)}" cy="${y}" r="4" fill="currentColor" stroke="none"/></svg>`,
    ].join("");
  });
}
