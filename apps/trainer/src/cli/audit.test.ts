import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { encodeNpz, smallMedMnist } from "@diaphane/data/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
const of = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-audit-"));
  await writeFile(of("set.npz"), encodeNpz(smallMedMnist(1, [24, 48, 48])));
  const lines = ["val", "test"].flatMap((split) =>
    Array.from({ length: 48 }, (_, index) => `${split},${index},${index % 4 < 2 ? "yes" : "no"}`),
  );
  await writeFile(of("attributes.csv"), ["split,index,tag", ...lines].join("\n"));
  const train = ["train", of("set.npz"), "--out", of("model"), "--epochs", "1", "--batch", "8", "--latent-dim", "4"];
  expect((await runCli(train)).code).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

it("audits, fits a preset on validation images, measures groups with it, and exports with it", async () => {
  const given = [of("model"), of("set.npz"), "--attributes", of("attributes.csv")];
  const audited = await runCli([
    "audit",
    ...given,
    "--html",
    of("r.html"),
    "--language",
    "es",
    "--draws",
    "100",
    "--json",
  ]);
  expect(audited).toMatchObject({ code: 0, stderr: "" });
  const report = JSON.parse(audited.stdout);
  expect(report.performance[0].groups.map(({ group, n }: { group: string[]; n: number }) => [group[0], n])).toEqual([
    ["no", 24],
    ["yes", 24],
  ]);
  const page = await readFile(of("r.html"), "utf8");
  expect(page).toContain('<html lang="es">');
  expect(page).not.toMatch(/(src|href)=/);

  const fitted = await runCli(["preset", "fit", ...given, "--attribute", "tag", "--out", of("preset.json")]);
  expect(fitted).toMatchObject({ code: 0, stdout: expect.stringContaining("on 48 images of validation") });
  const measured = await runCli(["evaluate", ...given, "--preset", of("preset.json"), "--json"]);
  expect(measured.code).toBe(0);
  const { groups, worstGroup, count } = JSON.parse(measured.stdout);
  expect(count).toBe(48);
  expect(groups).toHaveLength(2);
  expect(groups[0]).toMatchObject({ group: "tag=no", n: 24, accuracy: { value: expect.any(Number) } });
  expect(worstGroup.accuracy.interval).toHaveLength(2);

  const exported = ["export-onnx", of("model"), "--out", of("onnx"), "--preset", of("preset.json")];
  expect(await runCli(exported)).toMatchObject({ code: 0, stdout: expect.stringContaining("opset 17") });
  expect((await readdir(of("onnx"))).sort()).toEqual(["classifier.onnx", "decoder.onnx", "encoder.onnx"]);
  const half = await runCli(["export-onnx", of("model"), "--out", of("half"), "--alpha", "0.5"]);
  expect(half).toMatchObject({ code: 2, stderr: expect.stringContaining("--alpha is the strength of a --preset") });

  const other = JSON.parse(await readFile(of("preset.json"), "utf8"));
  await writeFile(of("other.json"), JSON.stringify({ ...other, modelHash: "0".repeat(64) }));
  const refused = await runCli(["evaluate", ...given, "--preset", of("other.json")]);
  expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining("Fit one on this model") });
  const unknown = await runCli(["preset", "fit", ...given, "--attribute", "sex", "--out", of("p.json")]);
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining("--attribute sex") });
}, 60_000);
