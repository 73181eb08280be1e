-- AlterEnum
ALTER TYPE "artifact_kind" ADD VALUE 'UNKNOWN';

-- AlterTable
ALTER TABLE "artifacts" RENAME COLUMN "created_at" TO "stored_at";

-- CreateIndex
CREATE INDEX "shards_sha256_idx" ON "shards"("sha256");

-- CreateIndex
CREATE INDEX "uploads_sha256_idx" ON "uploads"("sha256");

-- A run that has ended never goes on from its checkpoint.
UPDATE "training_runs" SET "checkpoint_sha256" = NULL WHERE "status" IN ('SUCCEEDED', 'FAILED', 'CANCELLED');

-- Whether an event names a file is asked of each file before it is deleted.
CREATE INDEX "run_events_reconstructions_idx" ON "run_events" (("data" ->> 'sha256')) WHERE "kind" = 'reconstructions';
