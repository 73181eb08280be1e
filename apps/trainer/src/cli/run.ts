import { DataError } from "@diaphane/data";
import {
  CheckpointMismatch,
  InvalidImageSet,
  InvalidManifest,
  InvalidSeenList,
  InvalidWeights,
  OverlapRefused,
  TrainingCancelled,
  TrainingDiverged,
  TransferRefused,
} from "@diaphane/model";
import { InvalidPreset, PresetRefused } from "@diaphane/model/debias";
import { type Command, CommanderError } from "commander";
import { ZodError, z } from "zod";
import { BundleFolderError } from "../bundle/bundle-folder.ts";
import { EngineError } from "../engine/engine.ts";
import { ImportEnded } from "../platform/import-ended.ts";
import { exitCodes } from "./exit-codes.ts";
import { explainFileError } from "./explain-file-error.ts";

const badData = [
  ...[DataError, InvalidImageSet, InvalidManifest, InvalidWeights, InvalidSeenList],
  ...[BundleFolderError, CheckpointMismatch, TransferRefused, OverlapRefused],
  ...[InvalidPreset, PresetRefused],
];

/** Runs the command line and gives the exit code; what a person did wrong is told in words, not as a stack. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? exitCodes.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const known = explain(error);
    process.stderr.write(known ? `${known.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
    return known?.code ?? exitCodes.unexpected;
  }
}

/** The exit code and the words for an error that has a meaning to a person; undefined for a fault of the program. */
export function explain(error: unknown): { code: number; message: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  if (badData.some((kind) => error instanceof kind)) return { code: exitCodes.badData, message };
  if (error instanceof EngineError) return { code: exitCodes.engine, message };
  if (error instanceof TrainingCancelled) {
    return { code: exitCodes.cancelled, message: `${message} The same command with --resume goes on.` };
  }
  if (error instanceof TrainingDiverged) return { code: exitCodes.unexpected, message };
  if (error instanceof ImportEnded) return { code: error.exitCode, message };
  if (isDomainError(error)) return { code: exitCodes.usage, message: `${error.name}: ${message}` };
  // Told by its name, for the same reason as a domain error by its shape.
  if (error.name === "DatabaseError") return { code: exitCodes.database, message };
  const fileError = explainFileError(error);
  if (fileError) return { code: exitCodes.badData, message: fileError };
  if (error instanceof ZodError) return { code: exitCodes.usage, message: z.prettifyError(error) };
  return undefined;
}

/** An error of packages/core's rules, told by its shape: loading the whole of core for this would double every start. */
function isDomainError(error: Error): boolean {
  return "code" in error && typeof error.code === "string" && "values" in error;
}
