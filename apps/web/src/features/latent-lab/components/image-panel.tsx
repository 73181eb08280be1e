import type { ReactNode } from "react";

export interface ImagePanelProps {
  title: ReactNode;
  /** On the title's right: a toggle, a number. */
  aside?: ReactNode;
  /** Under both: which colour is what. */
  below?: ReactNode;
  /** Canvases, one over the other. */
  children: ReactNode;
}

/** One of the lab's pictures: square, as large as there is room, on near-black. */
export function ImagePanel({ title, aside, below, children }: ImagePanelProps) {
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <div className="relative aspect-square overflow-hidden rounded-md bg-black ring-1 ring-white/10">{children}</div>
      <figcaption className="flex min-h-7 flex-wrap items-center justify-between gap-x-2 gap-y-1 text-[0.8125rem] text-muted-foreground">
        <span className="text-foreground">{title}</span>
        {aside}
        {below}
      </figcaption>
    </figure>
  );
}
