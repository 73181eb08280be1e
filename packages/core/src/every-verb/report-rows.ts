import * as core from "../index.ts";
import { someSha256 } from "../testing/world.ts";
import type { VerbRow } from "./verb-row.ts";

/** What the rows of these verbs work on, made anew for every call. */
interface Made {
  /** A finished bias report. */
  report: () => Promise<string>;
  /** An audit of one. */
  submitted: () => Promise<{ auditId: string }>;
  /** Codes of the model version that both are of. */
  encodedSet: () => Promise<{ latentSetId: string }>;
  /** An analysis that has ended with a result. */
  endedAnalysis: (
    request: object,
    found: { result: { sha256: string; sizeBytes: number } },
  ) => Promise<{ analysisId: string }>;
  versionId: string;
}

/** The verbs about what is behind a report's figures. */
export function reportRows(
  owner: core.StoreContext,
  { report, submitted, encodedSet, endedAnalysis, versionId }: Made,
): Record<string, VerbRow> {
  const twoSlices = async () => {
    const slice = { label: "normal", found: 1, n: 0, rows: [2], alike: [0, 2, 3] };
    const said = JSON.stringify({ slices: [slice, { ...slice, rows: [8] }], said: someSha256() });
    const result = await owner.store.put(new TextEncoder().encode(said), "ANALYSIS_RESULT");
    return (await endedAnalysis({ kind: "BIAS_REPORT", attributes: ["sex"] }, { result })).analysisId;
  };
  const named = async () => {
    const name = `Marker ${someSha256()}`;
    return { attributeId: (await core.nameSlices(owner, { reportId: await twoSlices(), slices: [0], name })).id };
  };
  return {
    nameSlices: {
      ...{ call: core.nameSlices, needs: "attribute:derive", event: "attribute.derive" },
      input: async () => ({ reportId: await twoSlices(), slices: [0, 1], name: `Marker ${someSha256()}` }),
    },
    listDerivedAttributes: {
      ...{ call: core.listDerivedAttributes, needs: "dataset:read", event: null },
      input: async () => ({ versionId }),
    },
    renameDerivedAttribute: {
      ...{ call: core.renameDerivedAttribute, needs: "attribute:derive", event: "attribute.rename" },
      input: async () => ({ ...(await named()), name: `Tag ${someSha256()}` }),
    },
    removeDerivedAttribute: {
      ...{ call: core.removeDerivedAttribute, needs: "attribute:derive", event: "attribute.remove" },
      input: named,
    },
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
    resolveComment: {
      ...{ call: core.resolveComment, needs: "audit:read", event: "audit.resolve-comment" },
      async input() {
        const { auditId } = await submitted();
        const { id: commentId } = await core.commentAudit(owner, { auditId, revision: 1, text: "Why so few?" });
        return { auditId, commentId, isResolved: true };
      },
    },
    getAuditImages: {
      ...{ call: core.getAuditImages, needs: "audit:read", event: null },
      // The third image is one of the test split, which reports are over.
      input: async () => ({ auditId: (await submitted()).auditId, indices: [2] }),
    },
  };
}
