import * as core from "../index.ts";
import type { VerbRow } from "./verb-row.ts";

/** What the rows of these verbs work on, made anew for every call. */
interface Made {
  /** A finished bias report. */
  report: () => Promise<string>;
  /** An audit of one. */
  submitted: () => Promise<{ auditId: string }>;
  /** Codes of the model version that both are of. */
  encodedSet: () => Promise<{ latentSetId: string }>;
}

/** The verbs about what is behind a report's figures. */
export function reportRows({ report, submitted, encodedSet }: Made): Record<string, VerbRow> {
  return {
    readReportCases: {
      ...{ call: core.readReportCases, needs: "analysis:read", event: null },
      async input() {
        await encodedSet();
        return { reportId: await report() };
      },
    },
    readAuditCases: {
      ...{ call: core.readAuditCases, needs: "audit:read", event: null },
      async input() {
        await encodedSet();
        return { auditId: (await submitted()).auditId };
      },
    },
    getAuditImages: {
      ...{ call: core.getAuditImages, needs: "audit:read", event: null },
      // The third image is one of the test split, which reports are over.
      input: async () => ({ auditId: (await submitted()).auditId, indices: [2] }),
    },
  };
}
