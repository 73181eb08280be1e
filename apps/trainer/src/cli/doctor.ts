import { availableParallelism, totalmem } from "node:os";
import type { Command } from "commander";
import { hasGraphicsDevice } from "../engine/graphics-device.ts";
import { measureSpeed } from "../engine/measure-speed.ts";
import { openEngine } from "../engine/open-engine.ts";
import { checkDatabase, type DatabaseCheck } from "./check-database.ts";

const noGpu = "no GPU was found in this machine";

interface DoctorOptions {
  json?: boolean;
  retry?: boolean;
}

/** `diaphane doctor`: what this machine computes with, how fast, and what is in the way of more. */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .summary("show the engine, its speed, and what is in the way of more")
    .description(
      "Shows which engine computes here, how fast it is, why a faster one does not run, and whether the database answers.",
    )
    .option("--json", "print one JSON object")
    .option("--retry", "try to set up the native engine again, even though it failed a short while ago")
    .action(doctor);
}

async function doctor(options: DoctorOptions): Promise<void> {
  const engine = await openEngine({ retry: options.retry ?? false });
  const isWithoutGpu = engine.name === "native" && !hasGraphicsDevice();
  const reasons = isWithoutGpu ? [...engine.reasons, noGpu] : engine.reasons;
  const speed = await measureSpeed();
  const database = await checkDatabase(process.env["DATABASE_URL"]);
  if (options.json) {
    const report = {
      engine: engine.name,
      version: engine.version,
      threads: engine.threads,
      compilesSteps: engine.compilesSteps,
      ...rounded(speed),
      whyNotFaster: reasons,
    };
    console.log(JSON.stringify({ ...report, node: process.version, cores: availableParallelism(), database }));
    return;
  }
  console.log(
    `Engine     ${engine.name} (${engine.version}), ${engine.threads} ${engine.threads === 1 ? "thread" : "threads"}`,
  );
  console.log(
    `Speed      ${speed.matMulGflops.toFixed(0)} GFLOPS matrix product, ${speed.convGflops.toFixed(0)} GFLOPS convolution`,
  );
  console.log(`Training   ${engine.compilesSteps ? "one captured graph a step" : "operation by operation"}`);
  for (const reason of reasons) console.log(`Not faster ${reason}`);
  console.log(
    `Machine    ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB memory, node ${process.version}`,
  );
  console.log(`Database   ${describe(database)}`);
}

function rounded(speed: { matMulGflops: number; convGflops: number }) {
  return { matMulGflops: Math.round(speed.matMulGflops * 10) / 10, convGflops: Math.round(speed.convGflops * 10) / 10 };
}

function describe({ kind, isReachable, detail }: DatabaseCheck): string {
  if (kind === "embedded") return "embedded; starts with `npm start` (DATABASE_URL is not set)";
  return isReachable ? `answers (${detail})` : `does not answer: ${detail}`;
}
