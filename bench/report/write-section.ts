import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));

/** Puts `content` between the markers of `name` in docs/benchmarks.md, at the end where there are none yet. */
export function writeSection(name: string, title: string, content: string): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "# Benchmarks\n";
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const section = `${start}\n${content.trim()}\n${end}`;
  const place = before.indexOf(start);
  const after =
    place < 0
      ? `${before.trimEnd()}\n\n## ${title}\n\n${section}\n`
      : before.slice(0, place) + section + before.slice(before.indexOf(end) + end.length);
  writeFileSync(file, after);
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
