/** A piece of the very stroke that a line is drawn with, for legends. */
export function StrokeMark({ colour, dashes }: { colour: string; dashes?: string | undefined }) {
  return (
    <svg aria-hidden="true" width="24" height="8" className="shrink-0">
      <line x1="0" y1="4" x2="24" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dashes} />
    </svg>
  );
}
