import type { AttributeUse, BiasReport, DenseGap, Gap, Grouping, GroupMetrics, Slice } from "../bias/index.ts";
import { describeFinding, groupName, shown } from "./describe-finding.ts";
import { intervalPlots } from "./interval-plot.ts";
import { fill, type Language, type Messages, messagesOf } from "./messages.ts";

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ccc;vertical-align:top}
tr.worst td{background:#fdebd8}h2{margin-top:2rem}.scroll{overflow-x:auto}
td svg{display:block}code{overflow-wrap:anywhere}
@page{margin:15mm}
@media print{body{margin:0;padding:0;max-width:none;font-size:10px}h2{break-after:avoid}tr,li{break-inside:avoid}th,td{padding:.2rem .35rem}
thead{display:table-header-group}.scroll{overflow:visible}*{print-color-adjust:exact}}`;

/** A bias report as one page that needs nothing else and prints well. */
export function reportHtml(report: BiasReport, language: Language): string {
  const messages = messagesOf(language);
  const { settings } = report;
  const about = fill(messages.about, {
    ...{ labelled: `${report.labelled}`, subjects: `${report.subjects}`, model: report.modelHash.slice(0, 12) },
    ...{ draws: `${settings.draws}`, method: settings.intervals, permutations: `${settings.permutations}` },
  });
  const sentences = report.findings.map((finding) => `<li>${escaped(describeFinding(finding, messages))}</li>`);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${messages.title}</title><style>${style}</style></head><body>`,
    `<h1>${messages.title}</h1><p>${escaped(about)}</p><p><strong>${messages.research}</strong></p>`,
    `<h2>${messages.findings}</h2><ul>${sentences.join("")}</ul>`,
    ...[...report.performance, ...report.intersections].map((grouping) => groupingHtml(grouping, messages)),
    ...(report.segmentation ?? []).map((one) => denseHtml(one, "masksBy", ["dice", "hd95"], messages)),
    ...(report.detection ?? []).map((one) => denseHtml(one, "boxesBy", ["ap50", "recall"], messages)),
    ...(report.use.length > 0 ? [useHtml(report.use, messages)] : []),
    ...(report.slices.length > 0 ? [slicesHtml(report.slices, messages)] : []),
    `<h2>${messages.notMeasured}</h2><p>${escaped(fill(messages.notMeasuredText, { fewest: `${settings.fewestCases}` }))}</p>`,
    hashesHtml(report, messages),
    "</body></html>\n",
  ].join("\n");
}

function groupingHtml({ attributes, groups, worstCell, gaps }: Grouping, messages: Messages): string {
  const measures = Object.entries(messages.measures);
  const plots = intervalPlots(groups.map(({ metrics }) => metrics.accuracy));
  const rows = groups.map(({ group, n, metrics }, place) => {
    const isWorst = worstCell !== null && worstCell.group.join() === group.join();
    const values: Record<string, (typeof metrics)["accuracy"]> = metrics;
    const cells = measures.map(([measure]) => {
      const estimate = values[measure];
      return estimate ? shown(estimate) : messages.notEnough;
    });
    return tableRow([groupName(group, messages), `${n}`, ...cells], { isWorst, plot: plots[place] ?? "" });
  });
  const worst = worstCell && {
    ...{ group: `${worstCell.label}, ${groupName(worstCell.group, messages)}`, n: `${worstCell.n}` },
    accuracy: shown(worstCell.accuracy),
  };
  return [
    `<h2>${escaped(fill(messages.by, { attribute: attributes.join(" × ") }))}</h2>`,
    table([messages.group, messages.n, ...measures.map(([, name]) => name), messages.measures.accuracy], rows),
    worst ? `<p>${escaped(fill(messages.worst, worst))}</p>` : "",
    gapsHtml(gaps, messages),
  ].join("\n");
}

type DenseMeasure = keyof Messages["denseMeasures"];

interface DenseGroups {
  attributes: string[];
  groups: ({ group: (string | null)[]; n: number } & { [Measure in DenseMeasure]?: GroupMetrics["accuracy"] })[];
  gaps: DenseGap[];
}

/** Scores of masks or of boxes by group. */
function denseHtml(
  { attributes, groups, gaps }: DenseGroups,
  title: "masksBy" | "boxesBy",
  measures: readonly DenseMeasure[],
  messages: Messages,
): string {
  const rows = groups.map((one) => {
    const scores = measures.map((measure) => {
      const estimate = one[measure];
      return estimate ? shown(estimate) : messages.notEnough;
    });
    return tableRow([groupName(one.group, messages), `${one.n}`, ...scores]);
  });
  const header = [messages.group, messages.n, ...measures.map((measure) => messages.denseMeasures[measure])];
  const heading = `<h2>${escaped(fill(messages[title], { attribute: attributes.join(" × ") }))}</h2>`;
  return [heading, table(header, rows), gapsHtml(gaps, messages)].join("\n");
}

function gapsHtml(gaps: readonly (Gap | DenseGap)[], messages: Messages): string {
  if (gaps.length === 0) return "";
  const rows = gaps.map(({ kind, value, interval, correctedP, lowest, highest }) =>
    tableRow([
      messages.gaps[kind],
      shown({ value, interval }),
      correctedP === null ? "–" : correctedP.toFixed(3),
      `${groupName(lowest, messages)} – ${groupName(highest, messages)}`,
    ]),
  );
  return table([messages.gap, messages.size, messages.p, messages.ends], rows);
}

function useHtml(use: readonly AttributeUse[], messages: Messages): string {
  const rows = use.map(({ attribute, encoding, reliance }) =>
    tableRow([
      attribute,
      encoding ? shown(encoding.linear) : messages.notEnough,
      encoding ? shown(encoding.nonLinear) : messages.notEnough,
      reliance
        .flatMap(({ value, classes }) => classes.map((one) => `${value} → ${one.class}: ${shown(one.change)}`))
        .join("; ") || messages.notEnough,
    ]),
  );
  const header = [messages.attribute, messages.linear, messages.nonLinear, messages.change];
  return `<h2>${messages.use}</h2>${table(header, rows)}`;
}

function slicesHtml(slices: readonly Slice[], messages: Messages): string {
  const rows = slices.map(({ label, n, errorRate, otherErrorRate, correctedP }) =>
    tableRow([label, `${n}`, shown(errorRate), otherErrorRate.toFixed(2), correctedP.toFixed(3)]),
  );
  const header = [messages.sliceLabel, messages.n, messages.errors, messages.otherErrors, messages.p];
  return `<h2>${messages.slices}</h2>${table(header, rows)}`;
}

/** What exactly it speaks of. */
function hashesHtml({ modelHash, dataHash, presetHash }: BiasReport, messages: Messages): string {
  const named = [
    [messages.model, modelHash],
    [messages.data, dataHash],
    [messages.preset, presetHash],
  ].flatMap(([name, hash]) => (hash ? [`<li>${name}: <code>${escaped(hash)}</code></li>`] : []));
  return `<h2>${messages.exactly}</h2><ul>${named.join("")}</ul>`;
}

function table(header: readonly string[], rows: readonly string[]): string {
  const names = header.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  return `<div class="scroll"><table><thead><tr>${names}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

/** @param plot markup of a last cell */
function tableRow(
  cells: readonly string[],
  { isWorst = false, plot }: { isWorst?: boolean; plot?: string } = {},
): string {
  const last = plot === undefined ? "" : `<td>${plot}</td>`;
  return `<tr${isWorst ? ' class="worst"' : ""}>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}${last}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
