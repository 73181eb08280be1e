export { bytesSource } from "./bytes-source.ts";
export { encodeMedMnist, type MedMnistArrays, smallMedMnist } from "./encode-med-mnist.ts";
export { encodeNpy, encodeNpz, encodeRawNpy, type NpyInput } from "./encode-npz.ts";
export { memorySource, pixelOf } from "./memory-source.ts";
export { temporaryStore } from "./temporary-store.ts";
