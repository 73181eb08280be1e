import { listModelSamples, type ModelSamples, NotFoundError } from "@diaphane/core";
import { createContext } from "../context.ts";

/** The samples that a list with the address's `?limit=` names. @throws NotFoundError for whoever may not see them */
export async function readLabSamples(modelVersionId: string, request: Request): Promise<ModelSamples> {
  const limit = new URL(request.url).searchParams.get("limit");
  const wanted = limit === null ? { modelVersionId } : { modelVersionId, limit: Number(limit) };
  const samples = await listModelSamples(await createContext(), wanted);
  if (!samples) throw new NotFoundError("samples");
  return samples;
}
