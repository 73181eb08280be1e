/** A NIfTI-1 file to write: little-endian, header and voxels in one. */
export interface NiftiInput {
  shape: readonly number[];
  /** The type's code and the voxels' bytes; uint8 unless said. */
  datatype?: number;
  bits?: number;
  voxels: Uint8Array;
  slope?: number;
  intercept?: number;
  calibration?: [number, number];
  /** Rows of the sform; none: the orientation is not said. */
  affine?: readonly (readonly number[])[];
}

/** The bytes of a .nii. Nothing is checked, so that bad files can be made too. */
export function encodeNifti(input: NiftiInput): Uint8Array {
  const { shape, datatype = 2, bits = 8, voxels, slope = 0, intercept = 0, calibration, affine } = input;
  const bytes = new Uint8Array(352 + voxels.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 348, true);
  [shape.length, ...shape].forEach((side, i) => {
    view.setInt16(40 + 2 * i, side, true);
  });
  view.setInt16(70, datatype, true);
  view.setInt16(72, bits, true);
  for (let i = 0; i < 8; i++) view.setFloat32(76 + 4 * i, 1, true);
  view.setFloat32(108, 352, true);
  view.setFloat32(112, slope, true);
  view.setFloat32(116, intercept, true);
  view.setFloat32(124, calibration?.[1] ?? 0, true);
  view.setFloat32(128, calibration?.[0] ?? 0, true);
  view.setInt16(254, affine ? 1 : 0, true);
  affine?.forEach((row, i) => {
    row.forEach((value, j) => {
      view.setFloat32(280 + 16 * i + 4 * j, value, true);
    });
  });
  bytes.set([0x6e, 0x2b, 0x31, 0], 344);
  bytes.set(voxels, 352);
  return bytes;
}
