-- AlterEnum
ALTER TYPE "artifact_kind" ADD VALUE 'BUNDLE_SEEN';

-- AlterTable
ALTER TABLE "model_versions" ADD COLUMN     "seen_sha256" TEXT;

-- AlterTable
ALTER TABLE "training_runs" ADD COLUMN     "parent_id" TEXT;

-- AddForeignKey
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "model_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;
