-- CreateEnum
CREATE TYPE "export_format" AS ENUM ('NPZ', 'FOLDER', 'COCO', 'MEDIMETA');

-- AlterEnum
ALTER TYPE "artifact_kind" ADD VALUE 'EXPORT';

-- CreateTable
CREATE TABLE "exports" (
    "id" TEXT NOT NULL,
    "dataset_version_id" TEXT NOT NULL,
    "format" "export_format" NOT NULL,
    "status" "job_status" NOT NULL DEFAULT 'QUEUED',
    "claim" TEXT,
    "sha256" TEXT,
    "size_bytes" BIGINT,
    "error_code" TEXT,
    "error_detail" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exports_sha256_idx" ON "exports"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "exports_dataset_version_id_format_key" ON "exports"("dataset_version_id", "format");

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
