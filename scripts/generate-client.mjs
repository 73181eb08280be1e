// `prisma generate` is pure JavaScript, yet refuses to start without a schema engine, which it would download and never
// call. Any program that exists satisfies it, so an install needs nothing beyond the npm registry.
import { spawnSync } from "node:child_process";

const { status } = spawnSync("prisma", ["generate"], {
  stdio: ["ignore", "ignore", "inherit"],
  shell: process.platform === "win32",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath },
});
process.exitCode = status ?? 1;
