import type { AnalysisRequest } from "../schemas.ts";

/** The attributes that an analysis is asked for by name. */
export function requestedAttributes(request: AnalysisRequest): string[] {
  if ("attributes" in request) return request.attributes;
  if (request.kind !== "DIRECTION") return [];
  return request.pairedBy === undefined ? [request.attribute] : [request.attribute, request.pairedBy];
}
