-- AlterTable
ALTER TABLE "audit_comments" ADD COLUMN     "answers_id" TEXT,
ADD COLUMN     "resolved_at" TIMESTAMP(3),
ADD COLUMN     "resolved_by" TEXT;

-- CreateIndex
CREATE INDEX "audit_comments_answers_id_idx" ON "audit_comments"("answers_id");

-- AddForeignKey
ALTER TABLE "audit_comments" ADD CONSTRAINT "audit_comments_resolved_by_fkey" FOREIGN KEY ("resolved_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_comments" ADD CONSTRAINT "audit_comments_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "audit_comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
