import type { Picture } from "./picture.ts";

/** The newest picture, for canvases to paint as it arrives without a render of the page. */
export interface PictureFeed {
  current(): Picture | null;
  publish(picture: Picture): void;
  /** Calls `listener` now, if there is a picture, and with every later one. @returns how to stop */
  subscribe(listener: (picture: Picture) => void): () => void;
}

export function createPictureFeed(): PictureFeed {
  let picture: Picture | null = null;
  const listeners = new Set<(picture: Picture) => void>();
  return {
    current: () => picture,
    publish(next) {
      picture = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      if (picture) listener(picture);
      return () => listeners.delete(listener);
    },
  };
}
