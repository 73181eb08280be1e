import { EngineError } from "./protocol.ts";

const CACHE_NAME = "diaphane-weights";

export interface WeightsRequest {
  readonly url: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  readonly onProgress: (loadedBytes: number, totalBytes: number) => void;
}

/**
 * The weights of a bundle, from this browser's cache or the network, verified against the manifest's SHA-256.
 * Kept under their hash, so that a new version never meets an old file; pages without a secure context have no cache.
 *
 * @throws EngineError `unreachable` or `wrongHash`.
 */
export async function fetchWeights(request: WeightsRequest): Promise<Uint8Array> {
  const cache = "caches" in globalThis ? await caches.open(CACHE_NAME).catch(() => null) : null;
  const key = `/weights/${request.sha256}`;
  const kept = await cache?.match(key);
  if (kept) {
    const bytes = new Uint8Array(await kept.arrayBuffer());
    if ((await request.hash(bytes)) === request.sha256) return bytes;
    await cache?.delete(key);
  }
  const bytes = await download(request);
  const found = await request.hash(bytes);
  if (found !== request.sha256)
    throw new EngineError("wrongHash", { url: request.url, expected: request.sha256, found });
  // A full disk or a private window is no reason not to show the model.
  await cache?.put(key, new Response(bytes)).catch(() => undefined);
  return bytes;
}

async function download({ url, sizeBytes, onProgress }: WeightsRequest): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchOrThrow(url);
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  onProgress(0, sizeBytes);
  for await (const chunk of chunksOf(response)) {
    chunks.push(chunk);
    loaded += chunk.length;
    onProgress(loaded, Math.max(sizeBytes, loaded));
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** @throws EngineError `unreachable`, with the status or the network's message. */
export async function fetchOrThrow(url: string): Promise<Response> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new EngineError("unreachable", { url, detail: String(cause) });
  });
  if (!response.ok) throw new EngineError("unreachable", { url, detail: `HTTP ${response.status}` });
  return response;
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
