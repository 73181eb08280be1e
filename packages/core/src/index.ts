export { homeFolder } from "@diaphane/db";
export { listAuditEvents } from "./audit-log/list-audit-events.ts";
export { type ChainVerdict, verifyAuditChain } from "./audit-log/verify-audit-chain.ts";
export type { Actor, Context, StoreContext } from "./context.ts";
export { deleteDataset } from "./dataset/delete-dataset.ts";
export { getDataset } from "./dataset/get-dataset.ts";
export { getDatasetVersion } from "./dataset/get-dataset-version.ts";
export { getDistributions } from "./dataset/get-distributions.ts";
export { getSampleImages } from "./dataset/get-sample-images.ts";
export { listDatasets } from "./dataset/list-datasets.ts";
export { listSampleIndices } from "./dataset/list-sample-indices.ts";
export { listSamples, type SampleRow } from "./dataset/list-samples.ts";
export { publishDataset } from "./dataset/publish-dataset.ts";
export { type SampleColumns, splitOrder } from "./dataset/sample-columns.ts";
export {
  ConflictError,
  DomainError,
  type ErrorValues,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "./errors.ts";
export { changeMemberRole } from "./group/change-member-role.ts";
export { createGroup } from "./group/create-group.ts";
export { getGroup } from "./group/get-group.ts";
export { listGroups } from "./group/list-groups.ts";
export { listMembers } from "./group/list-members.ts";
export { removeMember } from "./group/remove-member.ts";
export { cancelImport } from "./import/cancel-import.ts";
export { claimImport } from "./import/claim-import.ts";
export { completeImport } from "./import/complete-import.ts";
export { failImport } from "./import/fail-import.ts";
export { getImport } from "./import/get-import.ts";
export { importDataset } from "./import/import-dataset.ts";
export { listImports } from "./import/list-imports.ts";
export { progressImport } from "./import/progress-import.ts";
export type { SampleBatches } from "./import/staged-samples.ts";
export { acceptInvitation } from "./invitation/accept-invitation.ts";
export { createInvitation } from "./invitation/create-invitation.ts";
export { getInvitation } from "./invitation/get-invitation.ts";
export { listInvitations } from "./invitation/list-invitations.ts";
export { revokeInvitation } from "./invitation/revoke-invitation.ts";
export { type JobContext, type JobWorker, startJobWorker } from "./jobs/job-worker.ts";
export { prepareDatabase } from "./jobs/prepare-database.ts";
export type { JobPayload, QueueName } from "./jobs/queues.ts";
export { getModel } from "./model/get-model.ts";
export { getModelVersion } from "./model/get-model-version.ts";
export { getReleasedModel } from "./model/get-released-model.ts";
export { listModelSamples, type ModelSamples } from "./model/list-model-samples.ts";
export { listModelVersions } from "./model/list-model-versions.ts";
export { listModels } from "./model/list-models.ts";
export { listReleasedModels } from "./model/list-released-models.ts";
export { readBundleFile } from "./model/read-bundle-file.ts";
export { openPlatform, type Platform } from "./open-platform.ts";
export { appendRunEvents } from "./run/append-run-events.ts";
export { cancelRun } from "./run/cancel-run.ts";
export { claimRun } from "./run/claim-run.ts";
export { completeRun } from "./run/complete-run.ts";
export { failRun } from "./run/fail-run.ts";
export { finishCancelledRun } from "./run/finish-cancelled-run.ts";
export { type DemoProgress, getDemoProgress } from "./run/get-demo-progress.ts";
export { getRun } from "./run/get-run.ts";
export { heartbeatRun } from "./run/heartbeat-run.ts";
export { listRunEvents } from "./run/list-run-events.ts";
export { listRuns } from "./run/list-runs.ts";
export { readArtifact } from "./run/read-artifact.ts";
export { saveRunCheckpoint } from "./run/save-run-checkpoint.ts";
export { startDemoTraining } from "./run/start-demo-training.ts";
export { startTraining } from "./run/start-training.ts";
export { createUpload } from "./upload/create-upload.ts";
export { deleteUpload } from "./upload/delete-upload.ts";
export { finishUpload } from "./upload/finish-upload.ts";
export { getUpload } from "./upload/get-upload.ts";
export { getUser } from "./user/get-user.ts";
export { hashPassword } from "./user/hash-password.ts";
export { linkAccount } from "./user/link-account.ts";
export { signInUser } from "./user/sign-in-user.ts";
export { signUpUser } from "./user/sign-up-user.ts";
export { updateUserLocale } from "./user/update-user-locale.ts";
