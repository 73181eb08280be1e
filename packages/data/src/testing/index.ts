export { bytesSource } from "./bytes-source.ts";
export { collectRows } from "./collect-rows.ts";
export { type DicomElement, dicomImage, encodeDicom } from "./encode-dicom.ts";
export { encodeBoxes, encodeMedMnist, type MedMnistArrays, smallMedMnist } from "./encode-med-mnist.ts";
export { encodeNpy, encodeNpz, encodeRawNpy, encodeTexts, type NpyInput } from "./encode-npz.ts";
export { pngOf, pngOfPixels } from "./image-files.ts";
export { memorySource, pixelOf } from "./memory-source.ts";
export { temporaryStore } from "./temporary-store.ts";
export { withoutTargets } from "./without-targets.ts";
