import { sizeNames } from "@diaphane/model/config";
import { type Command, Option } from "commander";
import type { ImportOptions } from "../platform/import-file.ts";
import type { RunsOptions } from "../platform/runs.ts";
import type { SweepOptions } from "../platform/sweep.ts";
import type { VerifyLogOptions } from "../platform/verify-log.ts";
import { listOf, oneOf, positiveNumber, wholeNumber } from "./parse-options.ts";

const importHelp = `
The file is checked, put into the store and queued; a worker (npm start, or npx diaphane serve) reads it.
The database is that of DATABASE_URL, else the embedded one of this folder.

Example:
  $ npx diaphane import pneumoniamnist.npz --group radiology --name PneumoniaMNIST`;

const sweepHelp = `
Every size is trained with every seed and every value of β (or capacity); all else takes the defaults of the size. A worker
(npm start, or npx diaphane serve) trains them. The page that it prints shows mean and spread by setting.

Example:
  $ npx diaphane sweep --group radiology --data PneumoniaMNIST --name "Pneumonia, β" --sizes nano,small --seeds 1,2,3 --beta 1,4`;

const verifyLogHelp = `
Every entry of the audit log carries the hash of the one before it. This recomputes all of them, and the signatures of all
reviews, and names the first entry of a chain that is not as it was written; the exit code is 3 then. Whoever can write to the
database could rewrite a whole chain: against that, note what /api/log answers from time to time, and give it with --noted.

Example:
  $ curl https://diaphane.example/api/log > head.json
  $ npx diaphane verify-log --noted head.json`;

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
    .summary("import images into the platform")
    .description("Makes a data set of a group out of a file.")
    .argument("<file>", "images with labels, masks or boxes: .npz or .zip")
    .option("--mapping <file.json>", "how the file is read: columns, size, splits (docs/formats.md)")
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
    .command("sweep")
    .summary("queue trainings over sizes, seeds and β at once")
    .description("Queues a sweep on a data set of a group.")
    .requiredOption("--group <slug>", "the group, as in its address /g/<slug>")
    .requiredOption("--data <name>", "name of the data set; its newest version is trained on")
    .requiredOption("--name <name>", "name of the model whose versions they become")
    .option("--sizes <list>", `sizes of the network: ${sizeNames.join(",")}`, listOf(oneOf(sizeNames)), ["nano"])
    .option("--seeds <list>", "seeds, at least three to see the spread", listOf(wholeNumber(0)), [1, 2, 3])
    .addOption(
      new Option("--beta <list>", "prices of a nat of information (β)")
        .argParser(listOf(positiveNumber))
        .conflicts("capacity"),
    )
    .option("--capacity <list>", "nats of information that the code may carry", listOf(positiveNumber))
    .option("--epochs <n>", "times that training sees every image", wholeNumber(1))
    .option("--as <email>", "member of the group in whose name it is done (else its first owner)")
    .option("--json", "print one JSON object")
    .addHelpText("after", sweepHelp)
    .action(async (options: SweepOptions) => {
      const { queueSweep } = await import("../platform/sweep.ts");
      await queueSweep(options);
    });
  program
    .command("verify-log")
    .summary("check that nobody changed the platform's audit log")
    .description("Checks the audit log and the signed reviews.")
    .option("--noted <file>", "what /api/log answered before: nothing may have been rewritten since")
    .option("--json", "print one JSON object")
    .addHelpText("after", verifyLogHelp)
    .action(async (options: VerifyLogOptions) => {
      const { printLogVerdict } = await import("../platform/verify-log.ts");
      await printLogVerdict(options);
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
