import type { CardFacts } from "./card-facts.ts";
import type { CardSection } from "./card-section.ts";
import type { CardWords } from "./card-words.ts";
import { claimRows, tripodRows } from "./checklists.ts";

/**
 * A card as Markdown with the front matter that Hugging Face reads. Strings there are JSON, which is YAML too.
 * @param url of the model's page
 */
export function cardMarkdown(
  facts: CardFacts,
  sections: readonly CardSection[],
  words: CardWords,
  url: string,
): string {
  const { model } = facts;
  const { t } = words;
  const titles = Object.fromEntries(sections.map(({ id, title }) => [id, title]));
  const checklist = (name: string, rows: readonly { number: number; name: string; answer: string | null }[]) => [
    `### ${name}`,
    "",
    `| # | ${t("checklists.item")} | ${t("checklists.where")} |`,
    "| --- | --- | --- |",
    ...rows.map((row) => `| ${row.number} | ${row.name} | ${(row.answer && titles[row.answer]) ?? t("notReported")} |`),
    "",
  ];
  return [
    ...frontMatter(facts),
    `# ${escaped(model.name)}`,
    "",
    `> **${t("researchUse")}**`,
    "",
    `${t("lead")} <${url}>`,
    "",
    ...sections.flatMap(({ title, entries }) => [
      `## ${title}`,
      "",
      ...entries.map(
        ({ name, value, absent }) => `- **${name}:** ${value === null ? `*${t(absent)}*` : escaped(value)}`,
      ),
      "",
    ]),
    `## ${t("checklists.title")}`,
    "",
    t("checklists.lead"),
    "",
    ...checklist(
      t("checklists.tripod"),
      tripodRows(facts).map(({ item, ...row }) => ({ ...row, name: t(`checklists.tripodItems.${item}`) })),
    ),
    ...checklist(
      t("checklists.claim"),
      claimRows(facts).map(({ item, ...row }) => ({ ...row, name: t(`checklists.claimItems.${item}`) })),
    ),
  ].join("\n");
}

function frontMatter({ model, version, metrics }: CardFacts): string[] {
  const test = metrics?.test ?? null;
  const { classes, maskClasses, boxClasses, dataset } = version.datasetVersion;
  const task =
    classes.length > 1
      ? "image-classification"
      : maskClasses.length > 0
        ? "image-segmentation"
        : boxClasses.length > 0
          ? "object-detection"
          : "image-feature-extraction";
  const figures = [
    ["roc_auc", test?.auc],
    ["accuracy", (test?.atThreshold ?? test?.atHalf)?.accuracy],
    ["dice", test?.segmentation?.dice],
    ["map50", test?.detection?.overall?.ap50],
  ] as const;
  const known = figures.flatMap(([type, figure]) => (figure ? [{ type, value: figure.value }] : []));
  return [
    "---",
    "license: unknown",
    "library_name: diaphane",
    `pipeline_tag: ${task}`,
    "tags: [medical, variational-autoencoder, explainable, research-only]",
    ...(known.length > 0
      ? [
          "model-index:",
          `  - name: ${JSON.stringify(model.name)}`,
          "    results:",
          `      - task: { type: ${task} }`,
          `        dataset: { name: ${JSON.stringify(dataset.name)}, type: ${JSON.stringify(dataset.name)}, split: test }`,
          "        metrics:",
          ...known.map(({ type, value }) => `          - { type: ${type}, value: ${value} }`),
        ]
      : []),
    "---",
    "",
  ];
}

/** What people wrote stays text: no markup, no HTML, no new lines. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`);
}
