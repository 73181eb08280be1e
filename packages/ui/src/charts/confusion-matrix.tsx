import { cssColour } from "../colour/css-colour.ts";
import { contrastRatio } from "../colour/relative-luminance.ts";
import { viridis } from "../colour/viridis.ts";
import { ScrollFrame } from "../primitives/scroll-frame.tsx";

export interface ConfusionMatrixProps {
  classes: readonly string[];
  /** `counts[true][predicted]`. */
  counts: readonly (readonly number[])[];
  caption: string;
  trueLabel: string;
  predictedLabel: string;
  formatCount: (count: number) => string;
  formatShare: (share: number) => string;
  className?: string;
}

/** What was, by row, against what the model said, by column; each cell with its count and its share of the row. */
export function ConfusionMatrix(props: ConfusionMatrixProps) {
  const { classes, counts, caption, trueLabel, predictedLabel, formatCount, formatShare, className } = props;
  return (
    <ScrollFrame className={className}>
      <table className="border-separate border-spacing-1 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={classes.length} className="pb-1 text-xs font-medium text-muted-foreground">
              {predictedLabel}
            </th>
          </tr>
          <tr>
            <th scope="col" className="pr-2 text-right text-xs font-medium text-muted-foreground">
              {trueLabel}
            </th>
            {classes.map((name) => (
              <th key={name} scope="col" className="px-2 pb-1 text-xs font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((name, row) => {
            const cells = counts[row] ?? [];
            const total = cells.reduce((sum, count) => sum + count, 0);
            return (
              <tr key={name}>
                <th scope="row" className="pr-2 text-right text-xs font-medium">
                  {name}
                </th>
                {classes.map((predicted, column) => {
                  const count = cells[column] ?? 0;
                  const share = total > 0 ? count / total : 0;
                  return (
                    <td
                      key={predicted}
                      className="min-w-20 rounded-sm px-3 py-2.5 text-center"
                      style={cellColours(share)}
                    >
                      <div className="font-semibold">{formatCount(count)}</div>
                      <div className="text-xs">{formatShare(share)}</div>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

/** The share's colour with whichever of black and white reads better on it (at least 4.5 : 1 on every viridis colour). */
function cellColours(share: number) {
  const background = viridis(share);
  const isWhiteBetter = contrastRatio(background, [255, 255, 255]) >= contrastRatio(background, [0, 0, 0]);
  return { background: cssColour(background), color: isWhiteBetter ? "#ffffff" : "#000000" };
}
