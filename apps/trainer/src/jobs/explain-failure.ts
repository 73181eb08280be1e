import { DataError } from "@diaphane/data";
import { InvalidImageSet, TrainingDiverged } from "@diaphane/model";
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
  if (error instanceof ZodError) return { code: "bad-configuration", detail: { message: z.prettifyError(error) } };
  return { code: "unexpected", detail: { message: message.slice(0, 2000) } };
}

const passingCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);

/** Whether another try is worth it: a database or a network was away. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Prisma's own classes are packages/core's business; their names tell enough here.
  if (/^(PrismaClient|DriverAdapter)/.test(error.name)) return true;
  return "code" in error && typeof error.code === "string" && passingCodes.has(error.code);
}
