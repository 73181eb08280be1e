// Apart from the package's main index: what decodes images is loaded by the trainer only, never bundled with the web server.
export { decodeDicom } from "./dicom/decode-dicom.ts";
export { deidentifyOptions } from "./dicom/deidentify-options.ts";
export { deidentifyTree } from "./dicom/deidentify-tree.ts";
export { findDuplicates } from "./duplicates/find-duplicates.ts";
export { encodeMedMnist } from "./export/encode-med-mnist.ts";
export { writeFolder } from "./export/write-folder.ts";
export { writeMedimeta } from "./export/write-medimeta.ts";
export { openImages } from "./open-images.ts";
export type { RecordSource } from "./records/record-source.ts";
