import { z } from "zod";
import { id, jsonObject, sha256 } from "./common-fields.ts";

export const exportFormats = ["NPZ", "FOLDER", "COCO", "MEDIMETA"] as const;
export const exportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormat>;

export const startExportInput = z.object({ versionId: id, format: exportFormat });
export const listExportsInput = z.object({ versionId: id });
export const openExportInput = z.object({ exportId: id });

const held = { exportId: id, claim: z.uuid() };
export const claimExportInput = z.object({ exportId: id });
export const completeExportInput = z.object({ ...held, sha256, sizeBytes: z.int().min(1) });
export const failExportInput = z.object({ ...held, code: z.string().min(1).max(100), detail: jsonObject.default({}) });
