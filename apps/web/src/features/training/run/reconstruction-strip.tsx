import { cn, ScrollFrame } from "@diaphane/ui";
import Image from "next/image";

export interface ReconstructionStripProps {
  /** A picture of two rows: originals above, reconstructions below. */
  src: string;
  /** Images in a row. */
  count: number;
  alt: string;
  className?: string;
}

/** The picture as large as there is room, its pixels left as they are, on the dark that images are read on. */
export function ReconstructionStrip({ src, count, alt, className }: ReconstructionStripProps) {
  return (
    <ScrollFrame className={cn("rounded-lg bg-image-surround p-3", className)}>
      <Image
        unoptimized
        priority
        src={src}
        alt={alt}
        width={count * 64}
        height={128}
        className="h-auto w-full min-w-[40rem] [image-rendering:pixelated]"
      />
    </ScrollFrame>
  );
}
