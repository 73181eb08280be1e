/** An element to write: group and element number, value representation, and its value. */
export type DicomElement = [tag: number, vr: string, value: string | number | Uint8Array];

const LONG = new Set(["OB", "OW", "SQ", "UN", "UT"]);

/** The bytes of a DICOM file, explicit VR little endian; elements are written in the order given. */
export function encodeDicom(elements: readonly DicomElement[], syntax = "1.2.840.10008.1.2.1"): Uint8Array {
  const preamble = Buffer.alloc(132, "PATIENT^IN^PREAMBLE ");
  preamble.write("DICM", 128, "latin1");
  const meta = elementBytes([0x00020010, "UI", syntax]);
  const length = elementBytes([0x00020000, "UL", meta.length]);
  return new Uint8Array(Buffer.concat([preamble, length, meta, ...elements.map(elementBytes)]));
}

/** An image of `MONOCHROME2` or as the elements say, which replace those of the same tag. */
export function dicomImage(
  pixels: Uint8Array,
  { rows, columns, bits = 8, more = [] }: { rows: number; columns: number; bits?: number; more?: DicomElement[] },
): Uint8Array {
  const elements = new Map<number, DicomElement>();
  const usual: DicomElement[] = [
    [0x00080060, "CS", "CT"],
    [0x00100010, "PN", "Doe^Jane"],
    [0x00100020, "LO", "MRN 12345"],
    [0x00280002, "US", 1],
    [0x00280004, "CS", "MONOCHROME2"],
    [0x00280010, "US", rows],
    [0x00280011, "US", columns],
    [0x00280100, "US", bits],
    [0x00280101, "US", bits],
    [0x00280103, "US", 0],
    [0x7fe00010, bits > 8 ? "OW" : "OB", pixels],
  ];
  for (const element of [...usual, ...more]) elements.set(element[0], element);
  return encodeDicom([...elements.values()].sort(([a], [b]) => a - b));
}

/** The bytes of a DICOMDIR that lists these files, names of folders and file with `\\` between. */
export function dicomDirectory(names: readonly string[]): Uint8Array {
  const items = names.map((name) => {
    const record = Buffer.concat([elementBytes([0x00041430, "CS", "IMAGE"]), elementBytes([0x00041500, "CS", name])]);
    const head = Buffer.alloc(8);
    head.writeUInt16LE(0xfffe, 0);
    head.writeUInt16LE(0xe000, 2);
    head.writeUInt32LE(record.length, 4);
    return Buffer.concat([head, record]);
  });
  return encodeDicom([[0x00041220, "SQ", new Uint8Array(Buffer.concat(items))]]);
}

function elementBytes([tag, vr, value]: DicomElement): Buffer {
  const data = valueBytes(vr, value);
  const isLong = LONG.has(vr);
  const head = Buffer.alloc(isLong ? 12 : 8);
  head.writeUInt16LE(tag >>> 16, 0);
  head.writeUInt16LE(tag & 0xffff, 2);
  head.write(vr, 4, "latin1");
  if (isLong) head.writeUInt32LE(data.length, 8);
  else head.writeUInt16LE(data.length, 6);
  return Buffer.concat([head, data]);
}

function valueBytes(vr: string, value: string | number | Uint8Array): Buffer {
  if (typeof value === "number") {
    const out = Buffer.alloc(vr === "UL" ? 4 : 2);
    if (vr === "UL") out.writeUInt32LE(value);
    else out.writeUInt16LE(value);
    return out;
  }
  const bytes = Buffer.from(value);
  const padding = vr === "UI" || typeof value !== "string" ? "\0" : " ";
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(padding)]);
}
