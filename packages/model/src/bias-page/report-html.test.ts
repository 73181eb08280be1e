import { expect, it } from "vitest";
import { auditModel } from "../bias/index.ts";
import { languages, messagesOf } from "./messages.ts";
import { reportHtml } from "./report-html.ts";

const labels = Int32Array.from({ length: 120 }, (_, row) => row % 2);
const report = auditModel(
  {
    ...{ modelHash: "a".repeat(64), dataHash: "d".repeat(64), classes: ["well", "<ill>"], labels },
    head: { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) },
    codes: Float32Array.from(labels, (label, row) => (row % 5 === 0 ? 0.5 - label : label - 0.5)),
    attributes: [
      { name: "site & <b>", values: ['"north"', "south"], of: Int32Array.from(labels, (_, row) => (row < 60 ? 0 : 1)) },
    ],
  },
  { seed: 1, draws: 100, permutations: 100, without: ["use"] },
);

it.each(languages)("stands alone in %s: no address, no script, every group with its plot", (language) => {
  const page = reportHtml(report, language);
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).not.toMatch(/(src|href)=|<script|https?:|url\(|@import/);
  expect(page.match(/<svg /g)).toHaveLength(2);
  for (const text of [messagesOf(language).notMeasured, "a".repeat(64), "d".repeat(64)]) expect(page).toContain(text);
});

it("shows what people called things as text, never as markup", () => {
  const page = reportHtml(report, "en");
  expect(page).toContain("site &amp; &lt;b&gt;");
  expect(page).toContain("&quot;north&quot;");
  expect(page).not.toMatch(/<b>|<ill>/);
});
