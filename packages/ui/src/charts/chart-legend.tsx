import { StrokeMark } from "./stroke-mark.tsx";

export interface LegendItem {
  name: string;
  colour: string;
  dashes?: string | undefined;
}

/** Names beside the very strokes that are drawn. */
export function ChartLegend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted-foreground">
      {items.map((item) => (
        <li key={item.name} className="flex items-center gap-1.5">
          <StrokeMark colour={item.colour} dashes={item.dashes} />
          {item.name}
        </li>
      ))}
    </ul>
  );
}
