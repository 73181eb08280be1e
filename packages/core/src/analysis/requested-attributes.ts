import type { AnalysisRequest } from "../schemas.ts";

/** The attributes that an analysis is asked for by name. */
export function requestedAttributes(request: AnalysisRequest): string[] {
  if ("attributes" in request) return request.attributes;
  return "attribute" in request ? [request.attribute] : [];
}
