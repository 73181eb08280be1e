import type { Grouping, GroupReport } from "@diaphane/model/bias";
import { useReportFrame } from "../report-frame.tsx";
import { useGroupName } from "../use-group-name.ts";
import { SeeImages } from "./see-images.tsx";

/** Below a chart of curves: the images of each group that has one. */
export function GroupImages({ grouping, has }: { grouping: Grouping; has: (group: GroupReport) => boolean }) {
  const { images } = useReportFrame();
  const nameOf = useGroupName();
  if (!images) return null;
  const attribute = grouping.attributes.join(" × ");
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
      {grouping.groups.filter(has).map(({ group, n }) => (
        <li key={nameOf(group)} className="flex items-center gap-1">
          <span className="break-words">{nameOf(group)}</span>
          <SeeImages
            subset={{ kind: "group", attributes: grouping.attributes, group }}
            n={n}
            name={`${attribute}: ${nameOf(group)}`}
          />
        </li>
      ))}
    </ul>
  );
}
