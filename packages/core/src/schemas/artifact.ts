import { z } from "zod";

export const collectArtifactsInput = z.object({});
