import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import messages from "../../../../messages/en/card.json";
import type { CardFacts } from "./card-facts.ts";
import { cardMarkdown } from "./card-markdown.ts";
import { cardSections } from "./card-sections.ts";
import { cardWords } from "./card-words.ts";
import { claimRows, tripodRows } from "./checklists.ts";
import { bibtex, citationFile } from "./citation.ts";

const t = createTranslator({ locale: "en", messages: { card: messages }, namespace: "card" });
const words = cardWords(t, createFormatter({ locale: "en", timeZone: "UTC" }), "en");
const url = "https://example.org/models/chest";

const counts = { TRAIN: 80, VALIDATION: 10, TEST: 10 };
const version: CardFacts["version"] = {
  ...{ id: "v", modelId: "m", number: 2, size: "nano", config: {}, datasetVersionId: "d", dataHash: "e".repeat(64) },
  ...{ manifestSha256: "b".repeat(64), weightsSha256: "a".repeat(64), bundleHash: "b".repeat(64) },
  ...{ parameterCount: 86_100, multiplyAdds: 5_000_000, bundleSizeBytes: 350_000, metrics: {}, state: "RELEASED" },
  ...{
    createdAt: new Date(0),
    releasedAt: new Date("2026-03-01"),
    retiredAt: null,
    retiredReason: null,
    auditId: null,
    hasAtlas: false,
  },
  datasetVersion: {
    ...{ number: 1, contentHash: "c".repeat(64), imageCount: 100, height: 64, width: 64, channels: 1 },
    ...{ classes: ["absent", "present"], maskClasses: [], boxClasses: [] },
    summary: {
      ...{ splits: counts, subjects: null, subjectsInSeveralSplits: 0, attributes: ["sex"] },
      labels: [
        { label: 0, counts },
        { label: 1, counts },
      ],
    },
    dataset: { name: "Chest <b>X</b>", isSynthetic: false, isPublic: true },
  },
};
const model: CardFacts["model"] = {
  ...{ id: "m", slug: "chest", name: 'Chest "one" & more', description: "", createdAt: new Date(0) },
  ...{ groupName: "Lab_1", versions: [version], retired: [] },
};
const bare: CardFacts = { model, version, config: null, metrics: null, audit: null };
const audited: CardFacts = {
  ...bare,
  audit: {
    ...{ id: "a", note: "For teaching.", reviewerName: "Ana", reasons: "Sound.", signedAt: new Date("2026-02-01") },
    attributes: ["sex"],
    worstGroup: {
      ...{ label: "present", group: "sex = female", n: 40 },
      accuracy: { value: 0.71, interval: [0.6, 0.81] },
    },
  },
};

const entryOf = (facts: CardFacts, name: string) =>
  cardSections(facts, words)
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.name === name)?.value;

describe("a model card", () => {
  it("tells what is known, and marks what nobody measured or said", () => {
    expect(entryOf(bare, "Classes")).toBe("absent (100), present (100)");
    expect(entryOf(bare, "AUROC")).toBeNull();
    expect(entryOf(bare, "Worst group: accuracy")).toBeNull();
    expect(entryOf(bare, "In the authors' words")).toBeNull();
    expect(entryOf(bare, "Audit")).toContain("no one has audited this model");
    const markdown = cardMarkdown(bare, cardSections(bare, words), words, url);
    expect(markdown).toContain("- **AUROC:** *not measured*");
    expect(markdown).toContain("- **Licence:** *not reported*");
  });

  it("takes the worst group and the authors' words from the approved audit", () => {
    expect(entryOf(audited, "Worst group: accuracy")).toBe("present, sex = female: 0.710 [0.600, 0.810] (40 images)");
    expect(entryOf(audited, "In the authors' words")).toBe("For teaching.");
    expect(entryOf(audited, "Audit")).toBe("approved by Ana on February 1, 2026: Sound.");
  });

  it("maps every item of TRIPOD+AI and CLAIM, fairness only once somebody measured it", () => {
    expect([tripodRows(bare).length, claimRows(bare).length]).toEqual([27, 42]);
    const fairness = (facts: CardFacts) => tripodRows(facts).find(({ item }) => item === "fairness");
    expect(fairness(bare)).toEqual({ number: 14, item: "fairness", answer: null });
    expect(fairness(audited)?.answer).toBe("quantitative");
    expect(claimRows(bare).at(-1)).toEqual({ number: 42, item: "funding", answer: null });
  });

  it("keeps what people wrote from becoming markup", () => {
    const markdown = cardMarkdown(bare, cardSections(bare, words), words, url);
    expect(markdown).not.toContain("<b>");
    expect(
      markdown.startsWith("---\nlicense: unknown\nlibrary_name: diaphane\npipeline_tag: image-classification"),
    ).toBe(true);
    expect(bibtex(bare, url)).toContain('title = {{Chest "one" \\&{} more}, version 2},');
    expect(bibtex(bare, url)).toContain("@misc{chestv2,");
    expect(citationFile(bare, url)).toContain('title: "Chest \\"one\\" & more"');
    expect(citationFile(bare, url)).toContain("date-released: 2026-03-01");
  });
});
