import { ConflictError, readComposingCases } from "@diaphane/core";
import { packComposingCases } from "@/features/composer/cases/composing-cases.ts";
import { composingSeed } from "@/features/composer/cases/composing-seed.ts";
import { answerBytes } from "@/server/binary-answer.ts";
import { composingCasesOf } from "@/server/composer/composing-cases-of.ts";
import { createContext } from "@/server/context.ts";

export const runtime = "nodejs";

/** What a preset of a model version is composed from on a data set version (see ComposingCases); nothing while codes are missing. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/composer/[version]/[data]">,
): Promise<Response> {
  const { version: modelVersionId, data: datasetVersionId } = await params;
  return answerBytes(async () => {
    try {
      const found = await readComposingCases(await createContext(), { modelVersionId, datasetVersionId });
      return packComposingCases(composingCasesOf(found, composingSeed));
    } catch (error) {
      if (error instanceof ConflictError) return new Uint8Array();
      throw error;
    }
  });
}
