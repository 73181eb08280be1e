import { DataError, printable } from "@diaphane/data";
import {
  InvalidImageSet,
  OverlapRefused,
  TooFewForDirection,
  TrainingDiverged,
  TransferRefused,
} from "@diaphane/model";
import { PresetRefused } from "@diaphane/model/debias";
import { ZodError, z } from "zod";

/** A code to translate, and what fills in its sentence. */
export interface JobFailure {
  code: string;
  detail: Record<string, string | number>;
}

/** Why a job can't succeed however often it is tried. */
export function explainFailure(error: unknown): JobFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TrainingDiverged) return { code: "diverged", detail: { step: error.step, message } };
  if (error instanceof DataError) return { code: error.code, detail: { ...error.toJSON() } };
  if (error instanceof InvalidImageSet) return { code: "bad-data", detail: { message } };
  if (error instanceof OverlapRefused) return { code: "overlap", detail: { message } };
  if (error instanceof TooFewForDirection) return { code: "too-few", detail: { message } };
  if (error instanceof PresetRefused) return { code: "preset-refused", detail: { message } };
  if (error instanceof TransferRefused) return { code: "bad-parent", detail: { message } };
  if (error instanceof ZodError) return { code: "bad-configuration", detail: { message: z.prettifyError(error) } };
  return { code: "unexpected", detail: { message: printable(message) } };
}

const passingCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);

/** Prisma's codes for a full pool, a transaction that ran out of time, and a deadlock; those of connections begin with P1. */
const passingPrismaCodes = new Set(["P2024", "P2028", "P2034", "P2037"]);

/** PostgreSQL's classes of errors about connections, rollbacks, resources and shutdowns, as Prisma quotes them. */
const passingSqlState = /Code: `(08|40|53|57P)/;

/** Whether another try is worth it: a database or a network was away. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // Prisma's own classes are packages/core's business; their names tell enough here.
  if (error.name === "PrismaClientKnownRequestError") {
    return code.startsWith("P1") || passingPrismaCodes.has(code) || passingSqlState.test(error.message);
  }
  if (error.name === "PrismaClientValidationError") return false;
  return /^(PrismaClient|DriverAdapter)/.test(error.name) || passingCodes.has(code);
}
