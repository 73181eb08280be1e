import { z } from "zod";
import { id } from "./common-fields.ts";

export const readReportCasesInput = z.object({ reportId: id });
