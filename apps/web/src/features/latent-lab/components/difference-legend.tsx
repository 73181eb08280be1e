import { cssColour, diverging } from "@diaphane/ui";
import { useLabFormat } from "./use-lab-format.ts";

const gradient = `linear-gradient(to right, ${[-1, -0.5, 0, 0.5, 1].map((value) => cssColour(diverging(value, "black"))).join(", ")})`;

/** What the colours of the difference stand for: brightness from −`scale` to `scale`. */
export function DifferenceLegend({ scale }: { scale: number }) {
  const { plain } = useLabFormat();
  return (
    <div className="tabular absolute inset-x-2 bottom-2 flex items-center gap-1.5 rounded-sm bg-black/60 px-1.5 py-0.5 text-[0.6875rem] text-white">
      <span>−{plain(scale, 2)}</span>
      <span aria-hidden className="h-1.5 flex-1 rounded-full ring-1 ring-white/25" style={{ background: gradient }} />
      <span>+{plain(scale, 2)}</span>
    </div>
  );
}
