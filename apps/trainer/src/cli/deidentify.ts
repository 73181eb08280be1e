import { readFile, writeFile } from "node:fs/promises";
import { deidentifyOptions, deidentifyTree } from "@diaphane/data/formats";
import { type Command, Option } from "commander";

interface DeidentifyCommandOptions {
  out: string;
  secretFile: string;
  dates: "remove" | "shift";
  keepPatientCharacteristics?: boolean;
  keepUids?: boolean;
  report?: string;
}

const help = `
By the Basic Application Level Confidentiality Profile of DICOM PS3.15, Annex E. The same secret gives a person the same pseudonym in
every run: keep it, and keep it apart from the images. What may carry text in its pixels goes to DIR/quarantine: look at it.

Example:
  $ head -c 32 /dev/urandom | base64 > secret
  $ npx diaphane deidentify study.zip --secret-file secret --dates shift --out study-clean --report removed.json`;

/** `diaphane deidentify`: DICOM files in, DICOM files without the person out. */
export function addDeidentify(program: Command): void {
  program
    .command("deidentify")
    .summary("take the person out of DICOM files")
    .description("Writes de-identified copies of all DICOM files of a folder or archive.")
    .argument("<input>", "folder, .zip or file")
    .requiredOption("--out <dir>", "folder for the copies")
    .requiredOption("--secret-file <file>", "file with the secret that pseudonyms are made with")
    .addOption(new Option("--dates <how>", "what becomes of dates").choices(["remove", "shift"]).default("remove"))
    .option("--keep-patient-characteristics", "keep sex, age, size, weight and the like")
    .option("--keep-uids", "keep UIDs, by which the originals can be found")
    .option("--report <file.json>", "list what was done by file; names the originals, so keep it apart")
    .addHelpText("after", help)
    .action(deidentifyFiles);
}

async function deidentifyFiles(
  input: string,
  { out, secretFile, report, ...asked }: DeidentifyCommandOptions,
  command: Command,
): Promise<void> {
  const parsed = deidentifyOptions.safeParse({ ...asked, secret: (await readFile(secretFile, "utf8")).trim() });
  if (!parsed.success) command.error(`${secretFile}: the secret must have 8 to 200 characters`);
  const entries = await deidentifyTree(input, out, parsed.data);
  if (report !== undefined) await writeFile(report, JSON.stringify(entries, null, 2), { flag: "wx" });
  const written = entries.filter(({ to }) => to !== null);
  const held = written.filter(({ note }) => note !== null);
  for (const { from, to, note } of entries) if (to === null) process.stderr.write(`not written: ${from}: ${note}\n`);
  console.log(`${out}: ${written.length} of ${entries.length} files, ${held.length} of them in quarantine`);
}
