import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { encodeNpy, encodeNpz, smallMedMnist } from "@diaphane/data/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
let file: string;
const tiny = ["--epochs", "1", "--batch", "8", "--latent-dim", "4"];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-cli-"));
  file = path.join(folder, "tiny.npz");
  await writeFile(file, encodeNpz(smallMedMnist(1, [24, 8, 8])));
});
afterAll(() => rm(folder, { recursive: true }));

describe("diaphane train", () => {
  it("makes a model, prints one JSON object last, and the model can be measured again", async () => {
    const out = path.join(folder, "model");
    const trained = await runCli(["train", file, "--out", out, "--seed", "3", "--json", ...tiny]);
    expect(trained.stderr).toContain("epoch 1");
    expect(trained.code).toBe(0);
    const result = JSON.parse(trained.stdout.trim().split("\n").at(-1) ?? "");
    expect(result).toMatchObject({ size: "nano", seed: 3, epochs: 1 });
    expect(result.engine).toMatch(/^(native|cuda|webgpu|wasm)$/);
    expect(result.parameters).toBeGreaterThan(10_000);
    expect(result.seconds).toBeGreaterThan(0);
    const [low, high] = result.test.auc.interval;
    expect(low).toBeLessThanOrEqual(result.test.auc.value);
    expect(high).toBeGreaterThanOrEqual(result.test.auc.value);
    expect((await readdir(out)).sort()).toEqual([
      "metrics.json",
      "model.json",
      "run.json",
      "seen.bin",
      "weights.safetensors",
    ]);
    expect(JSON.parse(await readFile(path.join(out, "metrics.json"), "utf8"))).toEqual(result);

    const measured = await runCli(["evaluate", out, file, "--json"]);
    expect(measured.code).toBe(0);
    const { engine: _engine, split, ...again } = JSON.parse(measured.stdout);
    expect(split).toBe("test");
    expect(again.accuracy).toEqual(result.test.accuracy);
    expect(again.auc).toEqual(result.test.auc);
  });

  it("takes a size, an image size and an objective of one's own", async () => {
    const out = path.join(folder, "own");
    const objective = path.join(folder, "objective.json");
    const terms = [
      { kind: "reconstruction", weight: 1 },
      { kind: "total-correlation", mutualInformation: 1, totalCorrelation: 6, dimensionWise: 1 },
    ];
    await writeFile(objective, JSON.stringify(terms));
    const args = [
      "train",
      file,
      "--out",
      out,
      "--size",
      "small",
      "--input-size",
      "32",
      "--objective",
      objective,
      ...tiny,
    ];
    expect((await runCli(args)).code).toBe(0);
    const { model, training } = JSON.parse(await readFile(path.join(out, "model.json"), "utf8"));
    expect(model).toMatchObject({ size: "small", inputSize: 32 });
    expect(training.objective).toEqual(terms);
  });

  it("learns from few labels by the method asked for, stops early, and goes on with the same few labels", async () => {
    const out = path.join(folder, "few");
    const asked = ["--labels", "4", "--semi", "mixmatch", "--erasing", "rectangle"];
    const options = [...asked, "--patience", "1", "--batch", "8", "--latent-dim", "4", "--epochs", "8"];
    let interrupted = false;
    const stopped = await runCli(["train", file, "--out", out, ...options], {
      onStderr(text, kill) {
        if (!interrupted && text.includes("epoch 1")) {
          interrupted = true;
          kill("SIGINT");
        }
      },
    });
    expect(stopped.code).toBe(4);
    const other = await runCli(["train", file, "--out", out, "--resume", "--labels", "5"]);
    expect(other).toMatchObject({ code: 2, stderr: expect.stringMatching(/leave out: --labels\n/) });
    const resumed = await runCli(["train", file, "--out", out, "--resume", "--labels", "4"]);
    expect(resumed).toMatchObject({ code: 0, stderr: expect.stringMatching(/average of epoch \d did best/) });
    const { training, temperature } = JSON.parse(await readFile(path.join(out, "model.json"), "utf8"));
    expect(training).toMatchObject({ patienceEpochs: 1, labelledShare: 0.125, erasing: { kind: "rectangle" } });
    expect(training.objective.at(-1)).toMatchObject({ kind: "consistency", method: "mixmatch" });
    expect(temperature).toBeGreaterThan(0);
    const tooMany = await runCli(["train", file, "--out", path.join(folder, "many"), "--labels", "25", ...tiny]);
    expect(tooMany).toMatchObject({ code: 3, stderr: expect.stringContaining("25 labels are to be kept of 24") });
    const wrong = await runCli(["train", file, "--out", path.join(folder, "many"), "--labels", "some", ...tiny]);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("such as 12, or a percentage") });
  });

  it("makes a smaller copy that can be measured", async () => {
    const copy = path.join(folder, "copy");
    const made = await runCli(["quantize", path.join(folder, "model"), "--precision", "int8", "--out", copy]);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining("in int8") });
    const { provenance, weights } = JSON.parse(await readFile(path.join(copy, "model.json"), "utf8"));
    expect(weights.precision).toBe("int8");
    expect(provenance.quantizedFrom).toBe(
      createHash("sha256")
        .update(await readFile(path.join(folder, "model", "model.json")))
        .digest("hex"),
    );
    const measured = await runCli(["evaluate", copy, file, "--json"]);
    expect(JSON.parse(measured.stdout)).toMatchObject({ split: "test", count: 8 });
    const again = await runCli(["quantize", copy, "--precision", "float16", "--out", path.join(folder, "none")]);
    expect(again).toMatchObject({ code: 3, stderr: expect.stringContaining("in int8 already") });
  });

  it("keeps a checkpoint at Ctrl-C, and --resume ends where an unbroken run ends", async () => {
    const broken = path.join(folder, "broken");
    const whole = path.join(folder, "whole");
    const options = ["--epochs", "6", "--batch", "8", "--latent-dim", "4"];
    let interrupted = false;
    const stopped = await runCli(["train", file, "--out", broken, ...options], {
      onStderr(text, kill) {
        if (!interrupted && text.includes("epoch 1")) {
          interrupted = true;
          kill("SIGINT");
        }
      },
    });
    expect(stopped.stderr).toContain("--resume goes on");
    expect(stopped.code).toBe(4);
    expect((await readdir(broken)).sort()).toEqual(["checkpoint.safetensors", "run.json"]);

    const other = await runCli(["train", file, "--out", broken, "--resume", "--epochs", "7", "--batch", "8"]);
    expect(other).toMatchObject({ code: 2, stderr: expect.stringMatching(/leave out: --epochs\n/) });
    const resumed = await runCli(["train", file, "--out", broken, ...options, "--resume"]);
    expect(resumed.stderr).toContain("resumed after step");
    expect(resumed.code).toBe(0);
    expect((await runCli(["train", file, "--out", whole, ...options])).code).toBe(0);
    const weights = await Promise.all([broken, whole].map((out) => readFile(path.join(out, "weights.safetensors"))));
    expect(weights[0]?.equals(weights[1] ?? Buffer.of())).toBe(true);
  });
});

describe("diaphane evaluate", () => {
  it("refuses images of another task, and takes a file whose classes are only numbered", async () => {
    const model = path.join(folder, "two-classes");
    const named = path.join(folder, "pneumoniamnist.npz");
    await writeFile(named, encodeNpz(smallMedMnist(1, [24, 8, 8])));
    expect((await runCli(["train", named, "--out", model, ...tiny])).code).toBe(0);
    expect((await runCli(["evaluate", model, file])).code).toBe(0);
    const other = path.join(folder, "breastmnist.npz");
    await writeFile(other, encodeNpz(smallMedMnist(1, [24, 8, 8])));
    const refused = await runCli(["evaluate", model, other]);
    expect(refused.stderr).toMatch(/breastmnist\.npz: expected the model's 2 classes \(normal, pneumonia\).*malignant/);
    expect(refused.code).toBe(3);
  });
});

describe("the folder of diaphane train", () => {
  it("is not overwritten unless that is asked for", async () => {
    const used = path.join(folder, "used");
    await mkdir(used);
    await writeFile(path.join(used, "model.json"), "{}");
    const model = await runCli(["train", file, "--out", used, ...tiny]);
    expect(model).toMatchObject({ code: 2, stderr: expect.stringContaining("add --overwrite") });
    await writeFile(path.join(used, "checkpoint.safetensors"), "");
    const checkpoint = await runCli(["train", file, "--out", used, ...tiny]);
    expect(checkpoint).toMatchObject({ code: 2, stderr: expect.stringContaining("add --resume to go on") });
    expect((await runCli(["train", file, "--out", used, "--overwrite", ...tiny])).code).toBe(0);
    expect((await readdir(used)).sort()).toEqual([
      "metrics.json",
      "model.json",
      "run.json",
      "seen.bin",
      "weights.safetensors",
    ]);
  });

  it("must be one that can be written in", async () => {
    const result = await runCli(["train", file, "--out", path.join(file, "model"), ...tiny]);
    expect(result).toMatchObject({ code: 3, stderr: expect.stringMatching(/tiny\.npz.*a file, not a folder\.\n$/) });
  });
});

describe("exit codes", () => {
  it.each([
    ["an unknown command", ["trian"], 2, "unknown command 'trian'"],
    ["a missing option", ["train", "x.npz"], 2, "--out"],
    ["a value out of range", ["train", "x.npz", "--out", "x", "--epochs", "0"], 2, "whole number from 1"],
    ["an unknown size", ["train", "x.npz", "--out", "x", "--size", "huge"], 2, "nano, small, base, large"],
    ["an unknown image size", ["train", "x.npz", "--out", "x", "--input-size", "48"], 2, "32, 64, 128, 224"],
    [
      "an objective that is none",
      ["train", "x.npz", "--out", "x", "--objective", "package.json"],
      2,
      "a list of terms",
    ],
    ["a file that is not there", ["train", "/nowhere/x.npz", "--out", "x"], 3, "x.npz"],
    ["a folder without a model", ["evaluate", "/nowhere", "x.npz"], 3, "holds no model.json"],
    ["a folder without a model to explore", ["explore", "/nowhere"], 3, "holds no model.json"],
    ["a group that is not named", ["runs"], 2, "--group"],
    ["help", ["train", "--help"], 0, ""],
  ])("%s", async (_name, args, code, words) => {
    const result = await runCli(args);
    expect(result.stderr).toContain(words);
    expect(result.code).toBe(code);
    expect(result.stderr).not.toContain("    at ");
  });

  it("names file, key and what is wrong in bad data", async () => {
    const { train_labels: _labels, ...arrays } = smallMedMnist();
    const bad = path.join(folder, "bad.npz");
    await writeFile(bad, encodeNpz(arrays));
    const result = await runCli(["train", bad, "--out", path.join(folder, "none")]);
    expect(result.stderr).toMatch(/bad\.npz.*train_labels/);
    expect(result.code).toBe(3);
    expect(await readdir(folder)).not.toContain("none");
  });

  it("learns masks alone, and measures what it learned", async () => {
    const plain = Object.entries(smallMedMnist()).filter(([key]) => !key.endsWith("_labels"));
    const masks = [["train", 6] as const, ["val", 4] as const, ["test", 2] as const].map(([split, count]) => {
      const data = new Uint8Array(count * 28 * 28).fill(1, 0, 99);
      return [`${split}_masks`, encodeNpy({ dtype: "|u1", shape: [count, 28, 28], data })];
    });
    const unlabelled = path.join(folder, "unlabelled.npz");
    await writeFile(unlabelled, encodeNpz(Object.fromEntries([...plain, ...masks])));
    const out = path.join(folder, "masks");
    expect((await runCli(["train", unlabelled, "--out", out, ...tiny])).code).toBe(0);
    const measured = await runCli(["evaluate", out, unlabelled, "--json"]);
    const { segmentation, auc } = JSON.parse(measured.stdout.trim().split("\n").at(-1) ?? "");
    expect(segmentation).toMatchObject({ images: 2, classes: ["background", "class 1"] });
    expect(auc).toBeUndefined();
  });

  it("says that the database can't be reached", async () => {
    const result = await runCli(["runs", "--group", "g"], { env: { DATABASE_URL: "postgresql://u:p@127.0.0.1:1/d" } });
    expect(result).toMatchObject({
      code: 5,
      stderr: expect.stringMatching(/^PostgreSQL at 127\.0\.0\.1:1 can't be .*\n$/),
    });
  });

  it("says what DIAPHANE_ENGINE can be", async () => {
    const result = await runCli(["doctor"], { env: { DIAPHANE_ENGINE: "abacus" } });
    expect(result.stderr).toContain("native, wasm or auto");
    expect(result.code).toBe(5);
  });
});

it("measures the engine that is asked for", async () => {
  const result = await runCli(["doctor", "--json"], { env: { DIAPHANE_ENGINE: "wasm" } });
  const report = JSON.parse(result.stdout);
  expect(report).toMatchObject({ engine: "wasm", threads: 1, whyNotFaster: ["DIAPHANE_ENGINE asks for wasm"] });
  expect(report.matMulGflops).toBeGreaterThan(0.5);
  expect(report.convGflops).toBeGreaterThan(0.5);
});
