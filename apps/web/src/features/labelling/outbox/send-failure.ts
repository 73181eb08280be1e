import { errorDetail } from "../../shell/error-text.ts";
import type { SendFailure } from "./send-changes.ts";

/** Codes that say nothing about the change itself: it is sent again later. */
const passing = new Set(["internal", "internal-server-error", "timeout", "too-many-requests", "service-unavailable"]);

/** Reads an error of the API. */
export function sendFailure(error: unknown): SendFailure {
  const code = errorDetail(error)?.code;
  if (code === undefined || passing.has(code)) return { kind: "unreachable" };
  if (code === "sign-in-required" || code === "unauthorized") return { kind: "signed-out" };
  if (code === "label-gap") return { kind: "gap" };
  return code === "label-moved-on" ? { kind: "conflict" } : { kind: "refused", code };
}
