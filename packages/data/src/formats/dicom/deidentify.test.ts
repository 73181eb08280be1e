import { describe, expect, it } from "vitest";
import { type DicomElement, dicomImage } from "../../testing/encode-dicom.ts";
import profile from "./basic-profile.json" with { type: "json" };
import { profileAction } from "./basic-profile.ts";
import { deidentify } from "./deidentify.ts";
import { deidentifyOptions } from "./deidentify-options.ts";
import { parseDicom } from "./parse-dicom.ts";

const place = { file: "study", key: "a.dcm" };
const secret = "a secret of the set";
const more: DicomElement[] = [
  [0x00080018, "UI", "1.2.3.4"],
  [0x00080020, "DA", "20240131"],
  [0x00080030, "TM", "101112"],
  [0x00080050, "SH", "ACC 99"],
  [0x00080080, "LO", "General Hospital"],
  [0x00090010, "LO", "ACME PRIVATE"],
  [0x00091001, "LO", "Doe again"],
  [0x00100030, "DA", "19700203"],
  [0x00100040, "CS", "F"],
  [0x00101010, "AS", "045Y"],
  [0x00104000, "LT", "Neighbour of Doe"],
  [0x0020000d, "UI", "1.2.3.5"],
];
const image = dicomImage(new Uint8Array(64), { rows: 8, columns: 8, more });

function clean(asked: object = {}, bytes = image) {
  const result = deidentify(bytes, deidentifyOptions.parse({ secret, ...asked }), place);
  return { ...result, dataSet: parseDicom(result.bytes, place), text: Buffer.from(result.bytes).toString("latin1") };
}

describe("de-identification", () => {
  it("leaves nothing of the person, the preamble, private attributes and UIDs", () => {
    const { bytes, dataSet, text } = clean();
    expect(text).not.toMatch(/Doe|12345|PATIENT|ACC 99|General|ACME|20240131|19700203|045Y|1\.2\.3\.[45]/);
    expect(bytes.subarray(0, 128).every((byte) => byte === 0)).toBe(true);
    expect(dataSet.elements["x00090010"]).toBeUndefined();
    expect(dataSet.string("x00120062")).toBe("YES");
    expect(dataSet.string("x00020003") ?? dataSet.string("x00080018")).toMatch(/^2\.25\.\d+$/);
    expect(dataSet.elements["x00104000"]).toBeUndefined();
    expect(dataSet.elements["x00080050"]?.length).toBe(0);
  });

  it("keeps the image", () => {
    const { dataSet } = clean();
    expect([dataSet.uint16("x00280010"), dataSet.elements["x7fe00010"]?.length]).toEqual([8, 64]);
  });

  it("lists what was done, without values", () => {
    const { done } = clean();
    expect(done).toContainEqual({ tag: "00104000", action: "removed" });
    expect(done).toContainEqual({ tag: "00091001", action: "removed" });
    expect(done).toContainEqual({ tag: "00080050", action: "emptied" });
    expect(done).toContainEqual({ tag: "00080018", action: "replaced" });
    expect(JSON.stringify(done)).not.toMatch(/Doe/);
  });

  it("gives the same person, and the same UID, the same pseudonym; another secret another one", () => {
    const names = (asked: object) => {
      const { dataSet } = clean(asked);
      return [dataSet.string("x00100020"), dataSet.string("x00080018"), dataSet.string("x0020000d")];
    };
    expect(names({})).toEqual(names({}));
    expect(new Set([...names({}), ...names({ secret: "another secret" })]).size).toBe(6);
  });

  it("moves dates of a person by one number of days, and keeps what it is told to keep", () => {
    const { dataSet } = clean({ dates: "shift", keepPatientCharacteristics: true, keepUids: true });
    const day = (tag: string) => {
      const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(dataSet.string(tag) ?? "") ?? [];
      return Date.UTC(Number(y), Number(m) - 1, Number(d)) / 86_400_000;
    };
    const between = (Date.UTC(2024, 0, 31) - Date.UTC(1970, 1, 3)) / 86_400_000;
    expect(day("x00080020") - day("x00100030")).toBe(between);
    expect(dataSet.string("x00080020")).not.toBe("20240131");
    expect([dataSet.string("x00100040"), dataSet.string("x00101010")]).toEqual(["F", "045Y"]);
    expect(dataSet.string("x00080018")).toBe("1.2.3.4");
  });

  it("makes everybody over 89 of one age", () => {
    const old = dicomImage(new Uint8Array(64), { rows: 8, columns: 8, more: [[0x00101010, "AS", "097Y"]] });
    const { dataSet, done } = clean({ keepPatientCharacteristics: true }, old);
    expect(dataSet.string("x00101010")).toBe("090Y");
    expect(done).toContainEqual({ tag: "00101010", action: "replaced" });
  });

  it("knows every attribute of the profile's table, and removes repeating and private groups", () => {
    const tags = Object.values(profile).flat();
    expect(tags.length).toBeGreaterThan(640);
    expect(tags.every((tag) => profileAction(tag) !== null)).toBe(true);
    expect(["50020010", "60103000", "60004000", "00091001"].map(profileAction)).toEqual(["X", "X", "X", "X"]);
    expect(["00280010", "7FE00010", "00080060"].map(profileAction)).toEqual([null, null, null]);
  });

  it("refuses what is no DICOM file, or is cut", () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(300), image.subarray(0, 150)]) {
      expect(() => clean({}, bytes)).toThrow(/a\.dcm: expected a DICOM file/);
    }
  });
});
