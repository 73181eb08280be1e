import { Prisma } from "@diaphane/db";

/** Whether a write failed because another row has that unique value already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
