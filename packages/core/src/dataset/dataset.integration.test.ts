import { makeDataset, makeDatasetVersion, makeGroup, makeModel, makeRun } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { deleteDataset } from "./delete-dataset.ts";
import { getDataset } from "./get-dataset.ts";
import { getDatasetVersion } from "./get-dataset-version.ts";
import { getDistributions } from "./get-distributions.ts";
import { getSampleImages } from "./get-sample-images.ts";
import { listDatasets } from "./list-datasets.ts";
import { listSampleIndices } from "./list-sample-indices.ts";
import { listSamples } from "./list-samples.ts";
import { publishDataset } from "./publish-dataset.ts";
import { readAttributeNumbers } from "./read-attribute-numbers.ts";
import { readSampleColumns } from "./sample-columns.ts";

let world: World;
let set: { datasetId: string; versionId: string };
beforeAll(async () => {
  world = await makeWorld();
  set = await importTestDataset(world, { count: 12, name: "Chest" });
});
afterAll(() => world.close());

describe("data sets", () => {
  test("are listed with their newest version and import", async () => {
    await makeDataset(world.db, world.group.id, { name: "Empty" });
    expect(await listDatasets(world.annotator, { group: world.group.slug })).toMatchObject([
      { name: "Chest", isSynthetic: true, latestVersion: { id: set.versionId }, latestImport: { status: "SUCCEEDED" } },
      { name: "Empty", latestVersion: null, latestImport: null },
    ]);
    const dataset = await getDataset(world.reviewer, { datasetId: set.datasetId });
    expect(dataset).toMatchObject({ group: { slug: world.group.slug }, versions: [{ number: 1 }] });
    const version = await getDatasetVersion(world.researcher, { versionId: set.versionId });
    expect(version.attributes.map(({ name }) => name)).toEqual(["age", "sex"]);
  });

  test.each([
    ["everything", {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ["one split", { splits: ["TEST"] }, [2, 5, 8, 11]],
    ["unlabelled", { labels: [null] }, [1, 4, 7, 10]],
    ["a label or none", { labels: [1, null] }, [1, 3, 4, 5, 7, 9, 10, 11]],
    ["an attribute", { attributes: { sex: ["female"] }, splits: ["TEST", "TRAIN"] }, [0, 2, 6, 8]],
    ["a number", { attributes: { age: ["3", "5"] } }, [3, 5]],
    ["two attributes", { attributes: { sex: ["male"], age: ["3", "4"] } }, [3]],
    ["no such value", { attributes: { sex: ["'; DROP TABLE samples; --"] } }, []],
    ["no such attribute", { attributes: { "x' OR true --": ["1"] } }, []],
  ])("are filtered: %s", async (_, filter, expected) => {
    const { versionId } = set;
    const columns = await listSampleIndices(world.annotator, { versionId, filter });
    expect([...columns.indices]).toEqual(expected);
    const rows = await listSamples(world.annotator, { versionId, filter });
    expect(rows.map(({ index }) => index)).toEqual(expected);
  });

  test("give labels and splits beside the indices", async () => {
    const { labels, splits } = await listSampleIndices(world.annotator, { versionId: set.versionId });
    expect([...labels.slice(0, 4)]).toEqual([0, -1, 0, 1]);
    expect([...splits.slice(0, 4)]).toEqual([0, 1, 2, 0]);
  });

  test("give workers their attributes as numbers, where they are any", async () => {
    const asked = { versionId: set.versionId, names: ["age", "sex", "weight"] };
    const columns = await readAttributeNumbers(world.worker, asked);
    expect([...columns].map(([name, column]) => [name, [...column]])).toEqual([
      ["age", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ]);
    // A value that is none of the known two counts as missing.
    const binary = await importTestDataset(world, { sex: { kind: "BINARY", values: ["male", "unknown"] } });
    const sexes = (await readAttributeNumbers(world.worker, { ...asked, versionId: binary.versionId })).get("sex");
    expect([...(sexes ?? [])].slice(0, 4)).toEqual([Number.NaN, 0, Number.NaN, 0]);
    await expect(readAttributeNumbers(world.researcher, asked)).rejects.toThrow("worker-only");
  });

  test("give samples in pages", async () => {
    const page = { versionId: set.versionId, filter: { splits: ["TRAIN"] }, limit: 3 };
    const first = await listSamples(world.annotator, page);
    expect(first.map(({ index }) => index)).toEqual([0, 3, 6]);
    expect(first[1]).toEqual({
      index: 3,
      split: "TRAIN",
      label: 1,
      subject: "patient-3",
      attributes: { sex: "male", age: 3 },
      boxes: null,
    });
    const rest = await listSamples(world.annotator, { ...page, afterIndex: 6 });
    expect(rest.map(({ index }) => index)).toEqual([9]);
  });

  test("give pixels in the order asked for, over shards", async () => {
    const asked = { versionId: set.versionId, indices: [11, 0, 6, 5] };
    const { images, ...shape } = await getSampleImages(world.annotator, asked);
    expect(shape).toEqual({ height: 4, width: 4, channels: 1 });
    expect([...images].filter((_, i) => i % 16 === 0)).toEqual([11, 0, 6, 5]);
    await expect(getSampleImages(world.annotator, { ...asked, indices: [12] })).rejects.toMatchObject({
      code: "no-such-image",
      values: { index: 12, imageCount: 12 },
    });
  });

  test("give 100,000 samples as columns of numbers", async () => {
    const { id: datasetId } = await makeDataset(world.db, world.group.id);
    const { id } = await makeDatasetVersion(world.db, datasetId, { count: 0 });
    await world.db.$executeRaw`
      INSERT INTO samples (dataset_version_id, index, split, label)
      SELECT ${id}, i, CASE i % 10 WHEN 0 THEN 'TEST'::split ELSE 'TRAIN' END, i % 7 FROM generate_series(0, 99999) AS i`;
    const columns = await readSampleColumns(world.db, id);
    expect(columns.indices.byteLength + columns.labels.byteLength + columns.splits.byteLength).toBe(700_000);
    expect([columns.indices[99_999], columns.labels[99_999], columns.splits[99_990]]).toEqual([99_999, 99_999 % 7, 2]);
  });

  test("never change once made", async () => {
    const where = { id: set.versionId };
    await expect(world.db.datasetVersion.update({ where, data: { classes: [] } })).rejects.toThrow(/immutable/);
    await expect(world.db.sample.updateMany({ data: { label: 0 } })).rejects.toThrow(/immutable/);
    await expect(world.db.shard.updateMany({ data: { count: 0 } })).rejects.toThrow(/immutable/);
    await expect(world.db.attribute.updateMany({ data: { values: [] } })).rejects.toThrow(/immutable/);
  });

  test("are not there for outsiders, nor for visitors", async () => {
    const { datasetId, versionId } = set;
    const reads = [
      (ctx: typeof world.outsider) => getDataset(ctx, { datasetId }),
      (ctx: typeof world.outsider) => getDatasetVersion(ctx, { versionId }),
      (ctx: typeof world.outsider) => getDistributions(ctx, { versionId }),
      (ctx: typeof world.outsider) => listSamples(ctx, { versionId }),
      (ctx: typeof world.outsider) => listSampleIndices(ctx, { versionId }),
      (ctx: typeof world.outsider) => getSampleImages(ctx, { versionId, indices: [0] }),
      (ctx: typeof world.outsider) => listDatasets(ctx, { group: world.group.slug }),
    ];
    for (const read of reads) {
      await expect(read(world.outsider)).rejects.toMatchObject({ name: "NotFoundError" });
      await expect(read(world.visitor)).rejects.toMatchObject({ code: "sign-in-required" });
    }
  });

  test("are published and deleted by owners only, and kept while a model rests on them", async () => {
    const { datasetId } = await importTestDataset(world, { name: "Doomed" });
    for (const actor of [world.annotator, world.researcher, world.reviewer]) {
      await expect(deleteDataset(actor, { datasetId })).rejects.toMatchObject({ name: "ForbiddenError" });
      const publish = publishDataset(actor, { datasetId, isPublic: true });
      await expect(publish).rejects.toMatchObject({ name: "ForbiddenError" });
    }
    await expect(deleteDataset(world.outsider, { datasetId })).rejects.toMatchObject({ name: "NotFoundError" });
    await publishDataset(world.owner, { datasetId, isPublic: true });
    await deleteDataset(world.owner, { datasetId });
    expect(await world.db.sample.count({ where: { datasetVersion: { datasetId } } })).toBe(0);
    expect((await world.auditActions()).slice(-2)).toEqual(["dataset.publish", "dataset.delete"]);

    const { id: modelId } = await makeModel(world.db, world.group.id);
    const createdBy = world.users.owner.id;
    const { id } = await makeRun(world.db, { modelId, datasetVersionId: set.versionId, createdBy });
    await expect(deleteDataset(world.owner, { datasetId: set.datasetId })).rejects.toMatchObject({
      code: "dataset-in-use",
    });
    await world.db.trainingRun.delete({ where: { id } });
  });

  test("of another group are not there for a member of this one", async () => {
    const other = await makeGroup(world.db);
    const { id: datasetId } = await makeDataset(world.db, other.id);
    await expect(getDataset(world.owner, { datasetId })).rejects.toMatchObject({ name: "NotFoundError" });
  });
});
