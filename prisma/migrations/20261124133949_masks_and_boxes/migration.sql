-- CreateEnum
CREATE TYPE "shard_kind" AS ENUM ('IMAGES', 'MASKS');

-- AlterEnum
ALTER TYPE "artifact_kind" ADD VALUE 'MASK_SHARD';

-- DropIndex
DROP INDEX "shards_dataset_version_id_first_index_key";

-- AlterTable
ALTER TABLE "dataset_versions" ADD COLUMN     "box_classes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "mask_classes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "samples" ADD COLUMN     "boxes" JSONB;

-- AlterTable
ALTER TABLE "shards" ADD COLUMN     "kind" "shard_kind" NOT NULL DEFAULT 'IMAGES';

-- CreateIndex
CREATE UNIQUE INDEX "shards_dataset_version_id_kind_first_index_key" ON "shards"("dataset_version_id", "kind", "first_index");
