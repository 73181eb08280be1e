/** The kinds of figures of a bias report that a comment can be about, in the order of the page. */
export const figureKinds = [
  ...(["findings", "overall", "groups", "plane", "gaps"] as const),
  ...(["calibration", "roc", "intersections", "slices", "notMeasured"] as const),
];
export type FigureKind = (typeof figureKinds)[number];

/** A figure by its name: its kind, and where there is one for each attribute, which. */
export interface ReportFigure {
  kind: FigureKind;
  attribute?: string | undefined;
}

/** As a comment keeps it: `calibration:sex`. */
export function writeFigure({ kind, attribute }: ReportFigure): string {
  return attribute === undefined ? kind : `${kind}:${attribute}`;
}

/** Null for what is no figure of a report. */
export function readFigure(text: string): ReportFigure | null {
  const [name = "", ...rest] = text.split(":");
  const kind = figureKinds.find((one) => one === name);
  if (!kind) return null;
  return rest.length === 0 ? { kind } : { kind, attribute: rest.join(":") };
}

/** Where a figure is on its page. */
export function figureAnchor(figure: ReportFigure): string {
  return `figure-${encodeURIComponent(writeFigure(figure))}`;
}
