import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { dicomImage, encodeNpz, smallMedMnist } from "@diaphane/data/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
const at = (name: string) => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-convert-"));
  await writeFile(at("set.npz"), encodeNpz(smallMedMnist()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("diaphane convert writes a folder, reads it with a mapping, and never writes over what is there", async () => {
  expect(await runCli(["convert", at("set.npz"), "--to", "folder", "--out", at("out")])).toMatchObject({ code: 0 });
  await writeFile(at("map.json"), JSON.stringify({ size: 16 }));
  const args = ["convert", at("out"), "--mapping", at("map.json"), "--to", "npz", "--out", at("back.npz")];
  expect(await runCli(args)).toMatchObject({ code: 0, stdout: expect.stringContaining("12 images of 16 × 16") });
  expect((await runCli(args)).code).not.toBe(0);
  await writeFile(at("bad.json"), JSON.stringify({ size: 1 }));
  const bad = await runCli(["check", at("out"), "--mapping", at("bad.json")]);
  expect(bad).toMatchObject({ code: 3, stderr: expect.stringContaining("size") });
});

it("diaphane check finds images that are there twice", async () => {
  const result = await runCli(["check", at("set.npz"), "--json"]);
  expect(JSON.parse(result.stdout)).toMatchObject({ count: 12, duplicates: expect.any(Array) });
});

it("diaphane deidentify writes copies and a report, and holds back what may carry text", async () => {
  const ultrasound = dicomImage(new Uint8Array(64), { rows: 8, columns: 8, more: [[0x00080060, "CS", "US"]] });
  await writeFile(at("us.dcm"), ultrasound);
  await writeFile(at("secret"), "a long secret");
  const args = [
    "deidentify",
    at("us.dcm"),
    "--secret-file",
    at("secret"),
    "--out",
    at("clean"),
    "--report",
    at("r.json"),
  ];
  expect(await runCli(args)).toMatchObject({ code: 0, stdout: expect.stringContaining("1 of 1 files, 1 of them in") });
  const [entry] = JSON.parse(await readFile(at("r.json"), "utf8"));
  expect(entry).toMatchObject({ from: "us.dcm", to: expect.stringMatching(/^quarantine\/[0-9a-f]{24}\.dcm$/) });
  expect(await readFile(path.join(at("clean"), entry.to), "latin1")).not.toMatch(/Doe|12345/);
});
