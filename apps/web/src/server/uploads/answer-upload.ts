import path from "node:path";
import { homeFolder } from "@diaphane/core";
import { env } from "@/env.ts";
import { createContext } from "../context.ts";
import { removeAbandoned } from "./abandoned-uploads.ts";
import { handleUpload } from "./handle-upload.ts";
import { rulesOf } from "./upload-rules.ts";

/** A request to /api/uploads, by whoever is signed in. */
export async function answerUpload(request: Request): Promise<Response> {
  const ctx = await createContext();
  const folder = path.join(homeFolder(), "uploads");
  if (request.method === "POST") await removeAbandoned(folder);
  return handleUpload(request, rulesOf(ctx), { folder, maxBytes: env.DIAPHANE_MAX_UPLOAD_BYTES });
}
