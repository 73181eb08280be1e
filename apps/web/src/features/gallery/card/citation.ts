import type { CardFacts } from "./card-facts.ts";

/** CITATION.cff of a version (cff-version 1.2.0). Strings are JSON, which is YAML too. @param url of the model's page */
export function citationFile({ model, version }: CardFacts, url: string): string {
  return [
    "cff-version: 1.2.0",
    'message: "If you use this model, please cite it, with its version."',
    "type: software",
    `title: ${JSON.stringify(model.name)}`,
    "authors:",
    `  - name: ${JSON.stringify(model.groupName)}`,
    `version: ${JSON.stringify(String(version.number))}`,
    ...(version.releasedAt ? [`date-released: ${version.releasedAt.toISOString().slice(0, 10)}`] : []),
    `url: ${JSON.stringify(url)}`,
    `abstract: ${JSON.stringify(`Weights with SHA-256 ${version.weightsSha256}. For research only; not a medical device.`)}`,
    "",
  ].join("\n");
}

/** A BibTeX entry of a version. @param url of the model's page */
export function bibtex({ model, version }: CardFacts, url: string): string {
  const fields = [
    ["author", `{${tex(model.groupName)}}`],
    ["title", `{${tex(model.name)}}, version ${version.number}`],
    ...(version.releasedAt ? [["year", String(version.releasedAt.getUTCFullYear())] as const] : []),
    ["note", `Weights with SHA-256 ${version.weightsSha256}`],
    ["url", url],
  ] as const;
  const key = `${model.slug.replaceAll(/[^a-z0-9]/gi, "")}v${version.number}`;
  return [`@misc{${key},`, ...fields.map(([name, value]) => `  ${name} = {${value}},`), "}", ""].join("\n");
}

/** What TeX would take for a command. */
function tex(text: string): string {
  return text.replaceAll(/[\\{}]/g, " ").replaceAll(/[#$%&_^~]/g, (character) => `\\${character}{}`);
}
