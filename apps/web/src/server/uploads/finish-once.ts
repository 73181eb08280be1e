const underWay = new Map<string, Promise<void>>();

/**
 * Runs `finish` for an upload unless this process is at it already: gigabytes take a while to be stored, and a browser
 * that lost the connection in the meantime asks again.
 */
export function finishOnce(id: string, finish: () => Promise<void>): Promise<void> {
  const known = underWay.get(id);
  if (known) return known;
  const started = finish().finally(() => underWay.delete(id));
  underWay.set(id, started);
  return started;
}
