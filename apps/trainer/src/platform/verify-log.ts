import { readFile } from "node:fs/promises";
import { openPlatform, prepareDatabase, verifyLog } from "@diaphane/core";
import { exitCodes } from "../cli/exit-codes.ts";

export interface VerifyLogOptions {
  noted?: string;
  json?: boolean;
}

/** Checks the audit log of the whole platform, and says what is not as it was written. @throws DomainError, SyntaxError */
export async function printLogVerdict({ noted, json }: VerifyLogOptions): Promise<void> {
  const before: unknown = noted ? JSON.parse(await readFile(noted, "utf8")) : undefined;
  const platform = await openPlatform();
  try {
    await prepareDatabase(platform.url);
    const verdict = await verifyLog(platform.db, before);
    if (json) console.log(JSON.stringify(verdict));
    else {
      for (const { chain, found } of verdict.problems) console.log(`Chain ${chain}: ${found}.`);
      const about = `${verdict.chains} chains, ${verdict.events} events`;
      console.log(
        verdict.problems.length === 0
          ? `The log is whole: ${about}.`
          : `The log was tampered with: ${about} are whole.`,
      );
    }
    if (verdict.problems.length > 0) process.exitCode = exitCodes.badData;
  } finally {
    await platform.close();
  }
}
