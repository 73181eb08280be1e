// Apart from the package's main index: what decodes images is loaded by the trainer only, never bundled with the web server.
export { decodeDicom } from "./dicom/decode-dicom.ts";
export { openImages } from "./open-images.ts";
export type { RecordSource } from "./records/record-source.ts";
