import { useMemo } from "react";
import { contourPath } from "./contour-path.ts";

/** In pixels of the picture. */
export interface OverlayBox {
  classIndex: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface TargetOverlayProps {
  /** Of the picture under it. */
  width: number;
  height: number;
  /** `[height, width]`, the class of each pixel. */
  mask?: Uint8Array | null;
  boxes?: readonly OverlayBox[] | null;
  /** One a class; null for one that is not outlined, such as the background. */
  maskColours: readonly (string | null)[];
  boxColours: readonly string[];
}

/** Contours of a mask and boxes, drawn over an `ImageCanvas` as its child. What they are is said beside the picture. */
export function TargetOverlay({ width, height, mask, boxes, maskColours, boxColours }: TargetOverlayProps) {
  const contours = useMemo(() => {
    if (!mask) return [];
    return maskColours.flatMap((colour, classIndex) => {
      const path = colour === null ? "" : contourPath(mask, width, height, classIndex);
      return path === "" || colour === null ? [] : [{ classIndex, colour, path }];
    });
  }, [mask, width, height, maskColours]);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      className="pointer-events-none absolute inset-0 size-full"
      fill="none"
    >
      {contours.map(({ classIndex, colour, path }) => (
        <Outline key={classIndex} path={path} colour={colour} />
      ))}
      {boxes?.map((box, i) => (
        <Outline
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no name, and never change places
          key={i}
          path={`M${box.left} ${box.top}h${box.width}v${box.height}h${-box.width}z`}
          colour={boxColours[box.classIndex] ?? "currentColor"}
        />
      ))}
    </svg>
  );
}

/** Twice, dark under bright: seen on any picture, and as thin at any size. */
function Outline({ path, colour }: { path: string; colour: string }) {
  return (
    <g strokeLinejoin="round" strokeLinecap="round">
      <path d={path} vectorEffect="non-scaling-stroke" stroke="black" strokeOpacity={0.55} strokeWidth={3.5} />
      <path d={path} vectorEffect="non-scaling-stroke" stroke={colour} strokeWidth={1.75} />
    </g>
  );
}
