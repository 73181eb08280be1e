import { refuse } from "../binary-answer.ts";
import { log } from "../log.ts";

const statusByName: Record<string, number> = { NotFoundError: 404, InvalidInputError: 400 };

/** A text file that `write` makes, for download. */
export async function answerText(
  { name, contentType }: { name: string; contentType: string },
  write: () => Promise<string>,
): Promise<Response> {
  try {
    const headers = {
      "Content-Type": `${contentType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-cache",
    };
    return new Response(await write(), { headers });
  } catch (error) {
    const status = error instanceof Error ? statusByName[error.name] : undefined;
    if (status !== undefined) return refuse(status, "not-found");
    log.error({ err: error }, "a card could not be written");
    return refuse(500, "internal");
  }
}
