/** 0 … 1: a hollow mark for before, a filled one for now, and a line at the threshold. The numbers stand beside it in words. */
export function ProbabilityMeter({
  before,
  after,
  threshold,
}: {
  before: number;
  after: number;
  threshold: number | null;
}) {
  return (
    <div aria-hidden className="relative my-1 h-5">
      <div className="absolute inset-x-0 top-1/2 h-1.5 -translate-y-1/2 overflow-hidden rounded-full bg-input/50">
        <div className="h-full bg-primary" style={{ width: `${after * 100}%` }} />
      </div>
      {threshold !== null ? (
        <div className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-warning" style={{ left: `${threshold * 100}%` }} />
      ) : null}
      <div
        className="absolute top-1/2 size-3 -translate-1/2 rounded-full border-2 border-foreground bg-transparent"
        style={{ left: `${before * 100}%` }}
      />
      <div
        className="absolute top-1/2 size-3 -translate-1/2 rounded-full bg-primary ring-2 ring-background"
        style={{ left: `${after * 100}%` }}
      />
    </div>
  );
}
