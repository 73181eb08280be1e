import { useFormatter } from "next-intl";

/** A moment as records keep it: date and time of day in UTC, the same for every reader. */
export function ExactTime({ date }: { date: Date }) {
  const format = useFormatter();
  const said = { dateStyle: "medium", timeStyle: "long", timeZone: "UTC" } as const;
  return <time dateTime={date.toISOString()}>{format.dateTime(date, said)}</time>;
}
