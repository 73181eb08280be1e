import { defaultOptions, Upload } from "tus-js-client";

/** An upload that this browser began and whose end it has not seen. */
export interface InterruptedUpload {
  key: string;
  url: string;
  fileName: string;
  sizeBytes: number;
}

/** Older ones are gone on the server too. */
const keptForMs = 48 * 3_600_000;

export async function interruptedUploads(group: string): Promise<InterruptedUpload[]> {
  const all = await defaultOptions.urlStorage.findAllUploads();
  return all.flatMap((upload) => {
    const { uploadUrl, size, urlStorageKey: key, metadata, creationTime } = upload;
    const isOld = Date.now() - Date.parse(creationTime) > keptForMs;
    if (!uploadUrl || size === null || metadata["group"] !== group || isOld) return [];
    return [{ key, url: uploadUrl, fileName: metadata["filename"] ?? "", sizeBytes: size }];
  });
}

/** Forgets it here and has the server drop what it received. */
export async function forgetUpload(upload: InterruptedUpload): Promise<void> {
  await defaultOptions.urlStorage.removeUpload(upload.key);
  // Nothing depends on the answer: an unfinished upload that stays is cleaned up by the server.
  await Upload.terminate(upload.url, {}).catch(() => undefined);
}
