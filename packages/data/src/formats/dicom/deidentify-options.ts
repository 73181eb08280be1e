import { z } from "zod";

/** How files are de-identified; kept with the data set, but for the secret. */
export const deidentifyOptions = z.object({
  /** Of the data set: whoever has it can make the same pseudonyms again. */
  secret: z.string().min(8).max(200),
  /** Move all dates of a person by the same number of days (Retain Longitudinal Temporal Information, Modified Dates). */
  dates: z.enum(["remove", "shift"]).default("remove"),
  /** Keep sex, age, size, weight and the like (Retain Patient Characteristics). */
  keepPatientCharacteristics: z.boolean().default(false),
  /** Keep UIDs (Retain UIDs): whoever has the originals can find them by these. */
  keepUids: z.boolean().default(false),
});
export type DeidentifyOptions = z.infer<typeof deidentifyOptions>;
