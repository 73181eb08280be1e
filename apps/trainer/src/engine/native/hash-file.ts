import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { EngineError } from "../engine.ts";

/** @throws {EngineError} when the file's hash is not the expected one. */
export async function checkHash(
  file: string,
  algorithm: "sha256" | "sha512",
  encoding: "hex" | "base64",
  expected: string,
): Promise<void> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest(encoding);
  if (found === expected) return;
  const name = path.basename(file);
  throw new EngineError(`${name} is not the expected file: ${algorithm} ${found} instead of ${expected}`);
}
