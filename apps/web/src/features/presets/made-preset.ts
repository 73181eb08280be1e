import { biasReport } from "@diaphane/model/bias";
import { preset } from "@diaphane/model/debias";
import { z } from "zod";

/** What the analysis of a preset came to: itself, and the audits without it and with it. */
export const madePreset = z.object({ preset, evidence: z.object({ before: biasReport, after: biasReport }) });
