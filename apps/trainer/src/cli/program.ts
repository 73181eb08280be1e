import { Command } from "commander";
import { addAudit } from "./audit.ts";
import { addCheck } from "./check.ts";
import { addConvert } from "./convert.ts";
import { addDeidentify } from "./deidentify.ts";
import { addDoctor } from "./doctor.ts";
import { addEvaluate } from "./evaluate.ts";
import { exitCodesHelp } from "./exit-codes.ts";
import { addExplore } from "./explore.ts";
import { addExportOnnx } from "./export-onnx.ts";
import { addPlatformCommands } from "./platform-commands.ts";
import { addPreset } from "./preset.ts";
import { addPretrain } from "./pretrain.ts";
import { addQuantize } from "./quantize.ts";
import { addTrain } from "./train.ts";

const environment = `
Environment:
  DIAPHANE_ENGINE   cuda, webgpu, native or wasm; left out, the fastest that works
  DIAPHANE_THREADS  threads to compute with; left out, one a core
  DIAPHANE_CACHE    where the native engine is kept (~/.cache/diaphane)
  DATABASE_URL      PostgreSQL of the platform; left out, its own embedded one
  STORE_URL         store of the platform, file:///folder; left out, in DIAPHANE_HOME
  DIAPHANE_HOME     what the platform keeps (.diaphane)`;

/** The command line with all its commands. */
export function createProgram(): Command {
  const program = new Command("diaphane")
    .description(
      "Trains β-VAEs with a class head on medical images, measures them, and opens their latent space. For research only: not a medical device.",
    )
    .exitOverride()
    .showHelpAfterError("(see --help)")
    .addHelpText("after", environment)
    .addHelpText("after", exitCodesHelp);
  addTrain(program);
  addPretrain(program);
  addEvaluate(program);
  addAudit(program);
  addPreset(program);
  addQuantize(program);
  addExportOnnx(program);
  addExplore(program);
  addCheck(program);
  addConvert(program);
  addDeidentify(program);
  addPlatformCommands(program);
  addDoctor(program);
  return program;
}
