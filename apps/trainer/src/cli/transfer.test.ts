import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { encodeNpy, encodeNpz, encodeTexts, smallMedMnist } from "@diaphane/data/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
const at = (name: string) => path.join(folder, name);
const tiny = ["--epochs", "1", "--batch", "8"];

const counts = [
  ["train", 24],
  ["val", 8],
  ["test", 8],
] as const;

/** A small set whose subjects no other one has. */
function small(channels: 1 | 3, subjects: string) {
  const arrays = smallMedMnist(channels, [24, 8, 8]);
  for (const [prefix, count] of counts) {
    arrays[`${prefix}_subjects`] = encodeTexts(Array.from({ length: count }, (_, i) => `${subjects}-${prefix}-${i}`));
  }
  return arrays;
}

/** Images that `smallMedMnist` has none of. */
function otherImages(count: number, part: number): Uint8Array {
  const data = Uint8Array.from({ length: count * 28 * 28 * 3 }, (_, i) => (i * 11 + part) % 241);
  return encodeNpy({ dtype: "|u1", shape: [count, 28, 28, 3], data });
}

/** Masks instead of labels. */
function unlabelled() {
  const arrays: Record<string, Uint8Array> = { mask_classes: encodeTexts(["background", "cell"]) };
  counts.forEach(([prefix, count], part) => {
    arrays[`${prefix}_images`] = otherImages(count, part);
    const data = new Uint8Array(count * 28 * 28).map((_, i) => i % 2);
    arrays[`${prefix}_masks`] = encodeNpy({ dtype: "|u1", shape: [count, 28, 28], data });
  });
  return arrays;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-transfer-"));
  await writeFile(at("gray.npz"), encodeNpz(small(1, "a")));
  await writeFile(at("colour.npz"), encodeNpz(small(3, "b")));
  await writeFile(at("plain.npz"), encodeNpz(unlabelled()));
});
afterAll(() => rm(folder, { recursive: true }));

describe("diaphane pretrain and train --from", () => {
  it("learns several files, says so, and scores each", async () => {
    const files = [at("gray.npz"), at("colour.npz"), at("plain.npz")];
    const made = await runCli(["pretrain", ...files, "--out", at("shared"), "--json", ...tiny]);
    expect(made.stderr).toContain("gray: 24 images to learn, 2 classes, gray repeated to colour");
    expect(made.stderr).toContain("plain: 24 images to learn, no labels");
    expect(made.code).toBe(0);
    const result = JSON.parse(made.stdout.trim().split("\n").at(-1) ?? "");
    expect(result.sets.map(({ name }: { name: string }) => name)).toEqual(["gray", "colour", "plain"]);
    expect(result.sets[0].test.auc.value).toBeGreaterThanOrEqual(0);
    const { model, seen, provenance } = JSON.parse(await readFile(at("shared/model.json"), "utf8"));
    expect(model.classGroups.map(({ set }: { set: string }) => set)).toEqual(["gray", "colour"]);
    expect(provenance.trainedOn).toMatchObject([{ name: "gray", images: 24 }, { name: "colour" }, { name: "plain" }]);
    expect(seen).toMatchObject({ images: 72, subjects: 48 });
    expect((await readdir(at("shared"))).sort()).toContain("seen.bin");
    const asked = await runCli(["evaluate", at("shared"), at("gray.npz"), "--json"]);
    expect(asked).toMatchObject({ code: 2, stderr: expect.stringContaining("one of gray, colour\n") });
    const measured = await runCli(["evaluate", at("shared"), at("gray.npz"), "--set", "gray", "--json"]);
    expect(JSON.parse(measured.stdout).auc).toEqual(result.sets[0].test.auc);
    const explored = await runCli(["explore", at("shared")]);
    expect(explored).toMatchObject({ code: 3, stderr: expect.stringContaining("Train from it first") });
  }, 120_000);

  it("starts another training from it, which says where it comes from", async () => {
    const args = ["train", at("gray.npz"), "--from", at("shared"), "--tune", "head", "--out", at("head")];
    const made = await runCli([...args, ...tiny]);
    expect(made.stderr).toContain("has learned from gray before");
    expect(made.code).toBe(0);
    const { training, model, provenance } = JSON.parse(await readFile(at("head/model.json"), "utf8"));
    expect(model).toMatchObject({ channels: 3, classes: ["class 0", "class 1"] });
    expect(model.classGroups).toBeUndefined();
    expect(training.transfer).toMatchObject({ tune: "head", loadedRate: 1 });
    expect(provenance.trainedOn).toHaveLength(4);
  });

  it("refuses what a person got wrong, in words", async () => {
    const train = ["train", at("gray.npz"), "--out", at("none")];
    const tuned = await runCli([...train, "--tune", "head"]);
    expect(tuned).toMatchObject({ code: 2, stderr: expect.stringContaining("--tune needs --from") });
    const sized = await runCli([...train, "--from", at("shared"), "--size", "small"]);
    expect(sized).toMatchObject({ code: 2, stderr: expect.stringContaining("leave out: --size") });
    const missing = await runCli([...train, "--from", at("nowhere")]);
    expect(missing).toMatchObject({ code: 3, stderr: expect.stringContaining("holds no model.json") });
    const twice = await runCli(["pretrain", at("gray.npz"), at("gray.npz"), "--out", at("none")]);
    expect(twice).toMatchObject({ code: 3, stderr: expect.stringContaining("Two sets are called gray") });
    const share = await runCli([...train, "--from", at("shared"), "--loaded-rate", "2"]);
    expect(share).toMatchObject({ code: 2, stderr: expect.stringContaining("1 at most") });
  });

  it("refuses to score on images or subjects that were learned from, unless told that it is all right", async () => {
    // What was trained on comes back as test images of other persons.
    const learned = smallMedMnist(3, [8, 8, 8])["train_images"] ?? new Uint8Array();
    const arrays = { ...small(3, "c"), train_images: otherImages(24, 7) };
    const swapped = { ...arrays, test_images: learned };
    await writeFile(at("swapped.npz"), encodeNpz(swapped));
    const args = [
      "train",
      at("swapped.npz"),
      "--from",
      at("shared"),
      "--out",
      at("swapped"),
      "--tune",
      "head",
      ...tiny,
    ];
    const refused = await runCli(args);
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("8 of 8 images (0, 1, 2, 3, 4, …) of the test set");
    expect((await runCli([...args, "--allow-overlap"])).code).toBe(0);
    const { provenance } = JSON.parse(await readFile(at("swapped/model.json"), "utf8"));
    expect(provenance.overlapAllowed).toBe(true);

    // New images of somebody who was trained on.
    const known = encodeTexts(Array.from({ length: 8 }, (_, i) => `a-train-${i}`));
    const others = encodeTexts(Array.from({ length: 24 }, (_, i) => `new-${i}`));
    await writeFile(at("same.npz"), encodeNpz({ ...arrays, test_subjects: known, train_subjects: others }));
    const same = ["train", at("same.npz"), "--from", at("shared"), "--out", at("same"), "--tune", "head", ...tiny];
    const person = await runCli(same);
    expect(person.code).toBe(3);
    expect(person.stderr).toContain("8 subjects (a-train-0, a-train-1, a-train-2, a-train-3, a-train-4, …)");
    expect((await runCli([...same, "--unrelated-subjects"])).code).toBe(0);
  });
});
