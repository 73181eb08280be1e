import { useFormatter } from "next-intl";
import type { TargetClasses, TargetColours } from "../targets.ts";

export interface TargetNamesProps {
  classes: TargetClasses;
  colours: TargetColours;
  /** Of one image, to count them; null or left out where there is nothing to count. */
  boxes?: readonly { classIndex: number }[] | null | undefined;
}

/** Which colour is what over an image. */
export function TargetNames({ classes, colours, boxes }: TargetNamesProps) {
  const format = useFormatter();
  const contours = classes.maskClasses.flatMap((name, i) => {
    const colour = colours.masks[i];
    return colour ? [{ key: `mask-${i}`, mark: "line", name, colour, count: null }] : [];
  });
  const counted = classes.boxClasses.map((name, i) => {
    const count = boxes ? boxes.filter(({ classIndex }) => classIndex === i).length : null;
    return { key: `box-${i}`, mark: "box", name, colour: colours.boxes[i] ?? "currentColor", count };
  });
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {[...contours, ...counted].map(({ key, mark, name, colour, count }) => (
        <li key={key} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={mark === "line" ? "h-0.5 w-4 rounded-full" : "size-3 rounded-xs border-2"}
            style={mark === "line" ? { background: colour } : { borderColor: colour }}
          />
          {name}
          {count === null ? null : <span className="tabular opacity-70">{format.number(count)}</span>}
        </li>
      ))}
    </ul>
  );
}
