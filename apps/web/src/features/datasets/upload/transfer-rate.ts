/** A moving picture of how fast bytes go out. */
export interface TransferRate {
  atMs: number;
  bytes: number;
  /** Smoothed; null until two moments are known. */
  bytesPerSecond: number | null;
}

/** Seconds after which an old speed counts for a third. */
const memorySeconds = 5;

/** Continues `rate` with the bytes sent by `atMs`; a step back (a resumed upload) starts anew. */
export function updateRate(rate: TransferRate | null, bytes: number, atMs: number): TransferRate {
  if (!rate || bytes < rate.bytes) return { atMs, bytes, bytesPerSecond: null };
  const seconds = (atMs - rate.atMs) / 1000;
  // Progress events come in bursts; below a quarter of a second their ratio is noise.
  if (seconds < 0.25) return rate;
  const now = (bytes - rate.bytes) / seconds;
  const keep = rate.bytesPerSecond === null ? 0 : Math.exp(-seconds / memorySeconds);
  return { atMs, bytes, bytesPerSecond: keep * (rate.bytesPerSecond ?? 0) + (1 - keep) * now };
}

/** Seconds until `totalBytes` are sent, or null when that can't be said yet. */
export function secondsLeft(rate: TransferRate | null, totalBytes: number): number | null {
  if (!rate?.bytesPerSecond) return null;
  return Math.max(0, totalBytes - rate.bytes) / rate.bytesPerSecond;
}
