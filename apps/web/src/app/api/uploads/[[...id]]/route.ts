import { answerUpload } from "@/server/uploads/answer-upload.ts";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export {
  answerUpload as DELETE,
  answerUpload as HEAD,
  answerUpload as OPTIONS,
  answerUpload as PATCH,
  answerUpload as POST,
};
