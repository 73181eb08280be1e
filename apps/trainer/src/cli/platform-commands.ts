import type { Command } from "commander";
import type { ImportOptions } from "../platform/import-file.ts";
import type { RunsOptions } from "../platform/runs.ts";
import { wholeNumber } from "./parse-options.ts";

const importHelp = `
The file is checked, put into the store and queued; a worker (npm start, or npx diaphane serve) reads it.
The database is that of DATABASE_URL, else the embedded one of this folder.

Example:
  $ npx diaphane import pneumoniamnist.npz --group radiology --name PneumoniaMNIST`;

const serveHelp = `
Takes training and import jobs from the platform's queue until it is stopped. Any number of them, on any number of
machines, may serve one database: set DATABASE_URL and STORE_URL to the same for all. Without DATABASE_URL the
embedded database of this folder is used. The whole platform, web application included, is started by: npm start

Ctrl-C (or SIGTERM) saves a checkpoint and gives the job back to the queue; another worker goes on from there.`;

/**
 * The commands that need the platform. What they do is loaded when it is asked for: database client and job queue take longer
 * to load than everything else together.
 */
export function addPlatformCommands(program: Command): void {
  program
    .command("import")
    .summary("import an .npz file into the platform")
    .description("Makes a data set of a group out of a file.")
    .argument("<file>", "images with labels, masks or boxes (.npz)")
    .requiredOption("--group <slug>", "the group, as in its address /g/<slug>")
    .requiredOption("--name <name>", "name of the data set")
    .option("--as <email>", "member of the group in whose name it is done (else its first owner)")
    .option("--no-wait", "do not wait until it is imported")
    .addHelpText("after", importHelp)
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import("../platform/import-file.ts");
      await importFile(file, options);
    });
  program
    .command("runs")
    .summary("list the platform's training runs")
    .description("Lists the training runs of a group, newest first.")
    .requiredOption("--group <slug>", "the group, as in its address /g/<slug>")
    .option("--limit <n>", "how many", wholeNumber(1), 20)
    .option("--as <email>", "member of the group in whose name it is done (else its first owner)")
    .option("--json", "print one JSON array")
    .action(async (options: RunsOptions) => {
      const { printRuns } = await import("../platform/runs.ts");
      await printRuns(options);
    });
  program
    .command("serve")
    .summary("work for the platform: take training and import jobs")
    .description("Runs a worker of the platform.")
    .addHelpText("after", serveHelp)
    .action(async () => {
      const { serve } = await import("../platform/serve.ts");
      await serve();
    });
}
