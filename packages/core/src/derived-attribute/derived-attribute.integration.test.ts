import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { claimAnalysis } from "../analysis/claim-analysis.ts";
import { completeAnalysis } from "../analysis/complete-analysis.ts";
import { startAnalysis } from "../analysis/start-analysis.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { listDerivedAttributes } from "./list-derived-attributes.ts";
import { nameSlices } from "./name-slices.ts";
import { removeDerivedAttribute } from "./remove-derived-attribute.ts";
import { renameDerivedAttribute } from "./rename-derived-attribute.ts";

let world: World;
let versionId: string;
let modelVersionId: string;
let reportId: string;

/** Test images are 2, 5, 8 and 11, those of "normal" 2 and 8; 1, 4, 7 and 10 have no label. */
const slice = { label: "normal", found: 1, n: 0, rows: [8], alike: [0, 2, 3, 4, 5] };
const old = { label: "opacity", found: 30, n: 20, rows: [5] };

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  ({ versionId } = await importTestDataset(world, { count: 12 }));
  const { id } = await startTestRun(world, versionId);
  ({ modelVersionId } = await completeTestRun(world, await claimTestRun(world, id)));
  ({ id: reportId } = await startAnalysis(world.researcher, { modelVersionId, request: about("sex") }));
  const claimed = await claimAnalysis(world.worker, { analysisId: reportId });
  const said = JSON.stringify({ slices: [slice, { ...slice, rows: [2], alike: [] }, old] });
  const { sha256, sizeBytes } = await world.store.put(new TextEncoder().encode(said), "ANALYSIS_RESULT");
  const held = { analysisId: reportId, claim: claimed?.claim };
  await completeAnalysis(world.worker, { ...held, result: { sha256, sizeBytes } });
});
afterAll(() => world.close());

const about = (...attributes: string[]) => ({ kind: "BIAS_REPORT", attributes });
const report = (name: string) => startAnalysis(world.researcher, { modelVersionId, request: about(name) });
const named = (slices: number[] = [0], name = "marker") => nameSlices(world.researcher, { reportId, slices, name });

/** The column that a worker gets for a report by that attribute. */
async function columnFor(analysisId: string, name: string) {
  const claimed = await claimAnalysis(world.worker, { analysisId });
  const attribute = claimed?.attributes.find((one) => one.name === name);
  return attribute && { kind: attribute.kind, values: attribute.values, column: [...attribute.column] };
}

test("a named slice is an attribute of all images: those found, those alike elsewhere, nobody knows of the unlabelled", async () => {
  const before = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: versionId } });
  const { id } = await named();
  const unknown = Number.NaN;
  // 8 was found. Of those alike, 2 has the slice's label, is audited, and was not found; 4 has no label.
  expect(await columnFor((await report("marker")).id, "marker")).toEqual({
    ...{ kind: "BINARY", values: ["no", "yes"] },
    column: [1, unknown, 0, 1, unknown, 1, 0, unknown, 1, 0, unknown, 0],
  });
  const [listed] = await listDerivedAttributes(world.annotator, { versionId });
  expect(listed).toMatchObject({
    ...{ id, name: "marker", reportId, slices: [0], memberCount: 4 },
    author: { id: world.users.researcher.id },
  });
  expect(listed).not.toHaveProperty("members");
  expect(await world.db.datasetVersion.findUniqueOrThrow({ where: { id: versionId } })).toEqual(before);
  await expect(world.db.derivedAttribute.update({ where: { id }, data: { memberCount: 0 } })).rejects.toThrow(
    /immutable/,
  );
});

test("several slices are named at once", async () => {
  expect(await named([0, 1])).toMatchObject({ memberCount: 5 });
});

test("names are free only once, whether of the set's own attributes or of others, and slices have to be there", async () => {
  await named();
  await expect(named([1])).rejects.toMatchObject({ code: "attribute-name-taken" });
  await expect(named([1], "sex")).rejects.toMatchObject({ code: "attribute-name-taken" });
  await expect(named([7], "other")).rejects.toMatchObject({ code: "no-such-slice" });
  await expect(named([2], "other")).rejects.toMatchObject({ code: "slice-without-images" });
  await expect(nameSlices(world.outsider, { reportId, slices: [0], name: "x" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("what nothing was made by is renamed and gone when taken back", async () => {
  const { id: attributeId } = await named();
  await renameDerivedAttribute(world.researcher, { attributeId, name: "tag" });
  await expect(report("marker")).rejects.toMatchObject({ code: "no-such-attribute" });
  await removeDerivedAttribute(world.owner, { attributeId });
  await expect(report("tag")).rejects.toMatchObject({ code: "no-such-attribute" });
  expect(await world.db.derivedAttribute.count({ where: { id: attributeId } })).toBe(0);
});

test("what a report was asked for by keeps its name, and stays for that report when it is taken back", async () => {
  const { id: attributeId } = await named();
  const { id: asked } = await report("marker");
  await expect(renameDerivedAttribute(world.researcher, { attributeId, name: "tag" })).rejects.toMatchObject({
    code: "attribute-in-use",
  });
  await removeDerivedAttribute(world.researcher, { attributeId });
  expect(await listDerivedAttributes(world.researcher, { versionId })).toEqual([]);
  await expect(report("marker")).rejects.toMatchObject({ code: "no-such-attribute" });
  expect(await columnFor(asked, "marker")).toMatchObject({ kind: "BINARY" });
  // Another report of the same set does not see it.
  expect(await columnFor((await report("sex")).id, "marker")).toBeUndefined();
  await expect(removeDerivedAttribute(world.researcher, { attributeId })).rejects.toMatchObject({ code: "not-found" });
});
