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
          <svg aria-hidden="true" width="20" height="8" className="shrink-0">
            <line x1="0" y1="4" x2="20" y2="4" stroke={item.colour} strokeWidth="2" strokeDasharray={item.dashes} />
          </svg>
          {item.name}
        </li>
      ))}
    </ul>
  );
}
