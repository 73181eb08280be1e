import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { EngineError } from "../engine.ts";
import { extractWheels } from "./extract-wheels.ts";
import { fetchPackage } from "./fetch-package.ts";
import { fetchWheels } from "./fetch-wheels.ts";
import { tfjsNodeFolder } from "./find-build.ts";
import type { Progress } from "./progress.ts";
import { buildFolder, cacheRoot, protobuf, type Recipe } from "./recipe.ts";
import { runProgram } from "./run-program.ts";

/**
 * Fetches tfjs-node and TensorFlow and compiles the one against the other, in a temporary folder that takes its place in
 * one rename: a build is there whole or not at all.
 * @returns the folder of the tfjs-node package, ready to load.
 * @throws {EngineError} when something can't be fetched, is not what it should be, or does not compile.
 */
export async function buildNative(recipe: Recipe, progress: Progress): Promise<string> {
  await mkdir(cacheRoot(), { recursive: true });
  await removePartialBuilds(recipe);
  // The compiler first: no use in fetching 214 MB that nothing can be made of.
  await checkCompiler();
  const work = await mkdtemp(partialBuild(recipe));
  const remove = () => {
    progress.stop();
    rmSync(work, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    const modules = path.join(work, "build", "node_modules");
    const tfjsNode = path.join(modules, recipe.tfjsNode.name);
    progress.step(`Fetching ${recipe.tfjsNode.name} ${recipe.tfjsNode.version} …`);
    await fetchPackage(recipe.tfjsNode, tfjsNode);
    await fetchPackage(protobuf, path.join(modules, protobuf.name));
    progress.step(
      `Fetching TensorFlow ${recipe.wheels[0].version} (${Math.round(recipe.sizeBytes / 1e6)} MB, once for this machine) …`,
    );
    const download = path.join(work, "download");
    await mkdir(download);
    const wheels = await fetchWheels(recipe, download, progress);
    progress.stop();
    progress.step("Unpacking and compiling …");
    await extractWheels(wheels, path.join(tfjsNode, "deps"));
    await compileBinding(tfjsNode);
    return await putInPlace(recipe, path.join(work, "build"));
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function partialBuild(recipe: Recipe): string {
  return `${buildFolder(recipe)}.partial-`;
}

/** Those of builds that were killed: the lock is ours, so nobody works in them. */
async function removePartialBuilds(recipe: Recipe): Promise<void> {
  const prefix = path.basename(partialBuild(recipe));
  for (const name of await readdir(cacheRoot())) {
    if (name.startsWith(prefix)) await rm(path.join(cacheRoot(), name), { recursive: true, force: true });
  }
}

async function checkCompiler(): Promise<void> {
  try {
    await runProgram("g++", ["--version"]);
  } catch (error) {
    const advice = "install it (Debian, Ubuntu: apt-get install g++; Fedora: dnf install gcc-c++)";
    throw new EngineError(`${error instanceof Error ? error.message : error}; ${advice}`, { cause: error });
  }
}

/** The rpath is relative to the binding, so the folder works wherever it is moved to. */
async function compileBinding(tfjsNode: string): Promise<void> {
  const nodeHeaders = path.join(
    path.dirname(createRequire(import.meta.url).resolve("node-api-headers/package.json")),
    "include",
  );
  await mkdir(path.join(tfjsNode, "lib", "napi-v8"), { recursive: true });
  const flags = ["-O2", "-shared", "-fPIC", "-std=c++17", "-DNAPI_VERSION=8", `-I${nodeHeaders}`, "-Ideps/include"];
  const sources = ["binding/tfjs_backend.cc", "binding/tfjs_binding.cc"];
  const libraries = ["deps/lib/libtensorflow_cc.so.2", "deps/lib/libtensorflow_framework.so.2"];
  const output = ["-o", "lib/napi-v8/tfjs_binding.node", ...libraries, "-Wl,-rpath,$ORIGIN/../../deps/lib"];
  await runProgram("g++", [...flags, ...sources, ...output], { cwd: tfjsNode });
}

async function putInPlace(recipe: Recipe, built: string): Promise<string> {
  try {
    await rename(built, buildFolder(recipe));
  } catch (error) {
    // Another setup was quicker: its build is as good.
    if (!tfjsNodeFolder(recipe)) throw error;
  }
  return tfjsNodeFolder(recipe) ?? built;
}
