import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPreset } from "../index.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";

let world: World;
let home: { datasetId: string; versionId: string };
let modelVersionId: string;

beforeAll(async () => {
  world = await makeWorld();
  home = await importTestDataset(world);
  const { id } = await startTestRun(world, home.versionId);
  ({ modelVersionId } = await completeTestRun(world, await claimTestRun(world, id)));
});
afterAll(() => world.close());

function start(externalDatasetVersionId: string, attributes = ["sex"]) {
  const request = { kind: "PRESET", method: "shift", attributes, externalDatasetVersionId };
  return startPreset(world.researcher, { modelVersionId, datasetVersionId: home.versionId, name: "Preset", request });
}

/** A second version of a set, without attributes: versions are never changed, so it is made beside the first. */
async function secondVersion(of: { datasetId: string; versionId: string }, classes?: string[]): Promise<string> {
  const {
    id: _id,
    summary: _summary,
    ...first
  } = await world.db.datasetVersion.findUniqueOrThrow({
    where: { id: of.versionId },
  });
  const data = { ...first, number: 2, classes: classes ?? first.classes, summary: {} };
  return (await world.db.datasetVersion.create({ data })).id;
}

describe("external data of a preset", () => {
  it("are encoded beside the preset's own", async () => {
    const { versionId } = await importTestDataset(world);
    await start(versionId);
    const sets = await world.db.latentSet.findMany({ where: { modelVersionId }, select: { datasetVersionId: true } });
    expect(sets.map(({ datasetVersionId }) => datasetVersionId)).toEqual(
      expect.arrayContaining([home.versionId, versionId]),
    );
  });

  it("are refused when they are another version of the same set", async () => {
    await expect(start(await secondVersion(home))).rejects.toMatchObject({ code: "external-same-set" });
  });

  it("are refused with other classes, and without the attribute", async () => {
    const other = await secondVersion(await importTestDataset(world), ["other", "names"]);
    await expect(start(other)).rejects.toMatchObject({ code: "external-other-classes" });
    const bare = await secondVersion(await importTestDataset(world));
    await expect(start(bare)).rejects.toMatchObject({ code: "external-no-attribute", values: { attribute: "sex" } });
  });

  it("are not there when they are another group's", async () => {
    const other = await makeWorld();
    try {
      const { versionId } = await importTestDataset(other);
      await expect(start(versionId)).rejects.toMatchObject({ code: "not-found" });
    } finally {
      await other.close();
    }
  });
});
