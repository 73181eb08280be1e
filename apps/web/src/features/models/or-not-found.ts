import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

const unseen: readonly TRPCError["code"][] = ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST", "UNAUTHORIZED"];

/** The page's "not found" for whatever is not there or not the reader's to see: the two look alike. */
export async function orNotFound<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && unseen.includes(error.code)) notFound();
    throw error;
  }
}
