// Apart from the package's main index: what decodes images is loaded by the trainer only, never bundled with the web server.
export { zipFolder } from "./archive/write-zip.ts";
export { decodeDicom } from "./dicom/decode-dicom.ts";
export { deidentifyOptions } from "./dicom/deidentify-options.ts";
export { deidentifyTree } from "./dicom/deidentify-tree.ts";
export { findDuplicates } from "./duplicates/find-duplicates.ts";
export { EXPORT_FORMATS, type ExportFormat, writeExport } from "./export/export-format.ts";
export { openImages } from "./open-images.ts";
export type { RecordSource } from "./records/record-source.ts";
