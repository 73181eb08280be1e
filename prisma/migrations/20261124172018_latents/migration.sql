-- CreateEnum
CREATE TYPE "analysis_kind" AS ENUM ('ENCODING', 'ATLAS', 'MAP', 'DIRECTION', 'EXPLANATION_CHECK');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "artifact_kind" ADD VALUE 'LATENT_SHARD';
ALTER TYPE "artifact_kind" ADD VALUE 'ANALYSIS_RESULT';

-- CreateTable
CREATE TABLE "latent_sets" (
    "id" TEXT NOT NULL,
    "model_version_id" TEXT NOT NULL,
    "dataset_version_id" TEXT NOT NULL,
    "latent_dim" INTEGER,
    "class_count" INTEGER,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMP(3),

    CONSTRAINT "latent_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "latent_shards" (
    "latent_set_id" TEXT NOT NULL,
    "first_index" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "latent_shards_pkey" PRIMARY KEY ("latent_set_id","first_index")
);

-- CreateTable
CREATE TABLE "analyses" (
    "id" TEXT NOT NULL,
    "latent_set_id" TEXT NOT NULL,
    "kind" "analysis_kind" NOT NULL,
    "parameters" JSONB NOT NULL,
    "status" "job_status" NOT NULL DEFAULT 'QUEUED',
    "claim" TEXT,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "error_code" TEXT,
    "error_detail" JSONB,
    "result_sha256" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMP(3),
    "heartbeat_at" TIMESTAMP(3),
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "analyses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "latent_names" (
    "model_version_id" TEXT NOT NULL,
    "latent" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "meaning" TEXT NOT NULL DEFAULT '',
    "named_by" TEXT NOT NULL,
    "named_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "latent_names_pkey" PRIMARY KEY ("model_version_id","latent")
);

-- CreateIndex
CREATE INDEX "latent_sets_dataset_version_id_idx" ON "latent_sets"("dataset_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "latent_sets_model_version_id_dataset_version_id_key" ON "latent_sets"("model_version_id", "dataset_version_id");

-- CreateIndex
CREATE INDEX "latent_shards_sha256_idx" ON "latent_shards"("sha256");

-- CreateIndex
CREATE INDEX "analyses_latent_set_id_kind_idx" ON "analyses"("latent_set_id", "kind");

-- CreateIndex
CREATE INDEX "analyses_result_sha256_idx" ON "analyses"("result_sha256");

-- AddForeignKey
ALTER TABLE "latent_sets" ADD CONSTRAINT "latent_sets_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "latent_sets" ADD CONSTRAINT "latent_sets_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "latent_shards" ADD CONSTRAINT "latent_shards_latent_set_id_fkey" FOREIGN KEY ("latent_set_id") REFERENCES "latent_sets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "latent_shards" ADD CONSTRAINT "latent_shards_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "artifacts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analyses" ADD CONSTRAINT "analyses_latent_set_id_fkey" FOREIGN KEY ("latent_set_id") REFERENCES "latent_sets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analyses" ADD CONSTRAINT "analyses_result_sha256_fkey" FOREIGN KEY ("result_sha256") REFERENCES "artifacts"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "latent_names" ADD CONSTRAINT "latent_names_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
