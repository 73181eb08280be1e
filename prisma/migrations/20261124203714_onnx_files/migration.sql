-- AlterEnum
ALTER TYPE "artifact_kind" ADD VALUE 'ONNX';

-- CreateTable
CREATE TABLE "onnx_files" (
    "model_version_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "preset_sha256" TEXT NOT NULL DEFAULT '',
    "export_version" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "onnx_files_pkey" PRIMARY KEY ("model_version_id","part","preset_sha256","export_version")
);

-- CreateIndex
CREATE INDEX "onnx_files_sha256_idx" ON "onnx_files"("sha256");

-- AddForeignKey
ALTER TABLE "onnx_files" ADD CONSTRAINT "onnx_files_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onnx_files" ADD CONSTRAINT "onnx_files_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "artifacts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
