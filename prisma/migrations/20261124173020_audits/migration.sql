-- CreateEnum
CREATE TYPE "audit_state" AS ENUM ('SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "audit_decision" AS ENUM ('APPROVED', 'REJECTED', 'CHANGES_REQUESTED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "analysis_kind" ADD VALUE 'BIAS_REPORT';
ALTER TYPE "analysis_kind" ADD VALUE 'PRESET';

-- AlterTable
ALTER TABLE "model_versions" ADD COLUMN     "audit_id" TEXT,
ADD COLUMN     "retired_at" TIMESTAMP(3),
ADD COLUMN     "retired_reason" TEXT;

-- CreateTable
CREATE TABLE "audit_heads" (
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "presets" (
    "id" TEXT NOT NULL,
    "analysis_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" "release_state" NOT NULL DEFAULT 'DRAFT',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMP(3),
    "retired_at" TIMESTAMP(3),
    "retired_reason" TEXT,
    "audit_id" TEXT,

    CONSTRAINT "presets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audits" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "model_version_id" TEXT NOT NULL,
    "preset_id" TEXT,
    "author_id" TEXT NOT NULL,
    "state" "audit_state" NOT NULL DEFAULT 'SUBMITTED',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "withdrawn_reason" TEXT,

    CONSTRAINT "audits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_revisions" (
    "audit_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "report_id" TEXT NOT NULL,
    "model_hash" TEXT NOT NULL,
    "data_hash" TEXT NOT NULL,
    "report_hash" TEXT NOT NULL,
    "preset_hash" TEXT,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_revisions_pkey" PRIMARY KEY ("audit_id","number")
);

-- CreateTable
CREATE TABLE "audit_reviews" (
    "audit_id" TEXT NOT NULL,
    "revision_number" INTEGER NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "reviewer_name" TEXT NOT NULL,
    "is_guest" BOOLEAN NOT NULL,
    "decision" "audit_decision" NOT NULL,
    "reasons" TEXT NOT NULL,
    "checklist" JSONB NOT NULL,
    "signed_at" TIMESTAMP(3) NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_reviews_pkey" PRIMARY KEY ("audit_id","revision_number")
);

-- CreateTable
CREATE TABLE "audit_comments" (
    "id" TEXT NOT NULL,
    "audit_id" TEXT NOT NULL,
    "revision_number" INTEGER NOT NULL,
    "author_id" TEXT NOT NULL,
    "figure" TEXT,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_reviewers" (
    "audit_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guest_reviewers_pkey" PRIMARY KEY ("audit_id","user_id")
);

-- CreateTable
CREATE TABLE "guest_review_links" (
    "id" TEXT NOT NULL,
    "audit_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "accepted_at" TIMESTAMP(3),

    CONSTRAINT "guest_review_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "presets_analysis_id_key" ON "presets"("analysis_id");

-- CreateIndex
CREATE UNIQUE INDEX "presets_slug_key" ON "presets"("slug");

-- CreateIndex
CREATE INDEX "presets_state_idx" ON "presets"("state");

-- CreateIndex
CREATE INDEX "audits_group_id_state_idx" ON "audits"("group_id", "state");

-- CreateIndex
CREATE INDEX "audits_model_version_id_idx" ON "audits"("model_version_id");

-- CreateIndex
CREATE INDEX "audits_preset_id_idx" ON "audits"("preset_id");

-- CreateIndex
CREATE INDEX "audit_revisions_report_id_idx" ON "audit_revisions"("report_id");

-- CreateIndex
CREATE INDEX "audit_comments_audit_id_created_at_idx" ON "audit_comments"("audit_id", "created_at");

-- CreateIndex
CREATE INDEX "guest_reviewers_user_id_idx" ON "guest_reviewers"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_review_links_token_hash_key" ON "guest_review_links"("token_hash");

-- CreateIndex
CREATE INDEX "guest_review_links_audit_id_idx" ON "guest_review_links"("audit_id");

-- AddForeignKey
ALTER TABLE "presets" ADD CONSTRAINT "presets_analysis_id_fkey" FOREIGN KEY ("analysis_id") REFERENCES "analyses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_preset_id_fkey" FOREIGN KEY ("preset_id") REFERENCES "presets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_revisions" ADD CONSTRAINT "audit_revisions_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "audits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_revisions" ADD CONSTRAINT "audit_revisions_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "analyses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_reviews" ADD CONSTRAINT "audit_reviews_audit_id_revision_number_fkey" FOREIGN KEY ("audit_id", "revision_number") REFERENCES "audit_revisions"("audit_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_comments" ADD CONSTRAINT "audit_comments_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "audits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_comments" ADD CONSTRAINT "audit_comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_reviewers" ADD CONSTRAINT "guest_reviewers_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "audits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_reviewers" ADD CONSTRAINT "guest_reviewers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_review_links" ADD CONSTRAINT "guest_review_links_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "audits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The chains that are there have heads from now on too.
INSERT INTO "audit_heads" ("chain", "sequence", "hash")
SELECT DISTINCT ON ("chain") "chain", "sequence", "hash" FROM "audit_events" ORDER BY "chain", "sequence" DESC;

-- What was handed in and what was signed stays as it was; a change is a new revision.
CREATE TRIGGER "audit_revisions_immutable" BEFORE UPDATE ON "audit_revisions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "audit_reviews_immutable" BEFORE UPDATE ON "audit_reviews"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A model that changes is a new version: approvals name these hashes.
CREATE TRIGGER "model_versions_hashes_immutable"
  BEFORE UPDATE OF "bundle_hash", "manifest_sha256", "weights_sha256", "data_hash" ON "model_versions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
