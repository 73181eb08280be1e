"""Writes real sets with masks or boxes as .npz files that Diaphane imports and trains on (see docs/formats.md).

    python bench/data/make_target_sets.py FOLDER --out OUT [--sets bccd,mri_lgg,...] [--side 224]

FOLDER has one folder for each set, with its archive and table: bccd, mri_lgg, nuclei_dsb2018, wbc_seg, retina_chasedb1.
Splits are those of the sets, by subject where there are subjects. Images are brought to the size that fits --side (at most
the set's own size) with their proportions kept; masks by nearest neighbour, boxes exactly. Images of other shapes than most
are filled up, and what is filled up is marked as not known.
"""

import argparse
import csv
import io
import pathlib
import zipfile

import numpy as np
from PIL import Image

SPLITS = ("train", "val", "test")
IGNORED = 255
FILLING = {"images": 0, "masks": IGNORED, "instances": 0, "second_observer": IGNORED}


class Archive:
    """A set's pictures, out of its one zip file, and the rows of its table."""

    def __init__(self, folder, table):
        (archive,) = folder.glob("*.zip")
        self.zip = zipfile.ZipFile(archive)
        self.rows = read_table(folder / table)

    def picture(self, name, mode=None):
        picture = Image.open(io.BytesIO(self.zip.read(name)))
        return picture if mode is None else picture.convert(mode)


def read_table(file):
    with open(file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def fit(picture, side, resampling):
    """Scales a picture so that its longer side is at most `side`; pictures that fit stay as they are."""
    scale = min(1, side / max(picture.size))
    size = tuple(max(1, round(length * scale)) for length in picture.size)
    return picture if size == picture.size else picture.resize(size, resampling)


def fit_image(picture, side):
    return np.asarray(fit(picture, side, Image.Resampling.BOX))


def fit_mask(picture, side):
    return np.asarray(fit(picture, side, Image.Resampling.NEAREST))


def pad(array, height, width, value):
    """Fills an array up to the right and below."""
    missing = [(0, height - array.shape[0]), (0, width - array.shape[1])] + [(0, 0)] * (array.ndim - 2)
    return np.pad(array, missing, constant_values=value)


def by_split(samples):
    """[(split, {name: array or text of one image})] → {"train_name": of all images of the split, ...}."""
    height = max(fields["images"].shape[0] for _, fields in samples)
    width = max(fields["images"].shape[1] for _, fields in samples)
    arrays = {}
    for split in SPLITS:
        chosen = [fields for name, fields in samples if name == split]
        for field in chosen[0]:
            values = [fields[field] for fields in chosen]
            if field in FILLING:
                values = [pad(value, height, width, FILLING[field]) for value in values]
            arrays[f"{split}_{field}"] = np.array(values)
    return arrays


def bccd(folder, side):
    """Blood cells. The published validation list is the test; every fifth of the published training images is for validation.

    The published test list is not needed, and stays unseen."""
    archive = Archive(folder, "boxes.csv")
    names = ["RBC", "WBC", "Platelets"]
    rows_of = {}
    for row in archive.rows:
        rows_of.setdefault(row["image"], []).append(row)
    samples, boxes, dropped = [], {split: [] for split in SPLITS}, 0
    for order, (image, rows) in enumerate(sorted(rows_of.items())):
        split = "test" if rows[0]["split"] == "val" else "val" if order % 5 == 0 else "train"
        picture = archive.picture(image, "RGB")
        pixels = fit_image(picture, side)
        across, down = pixels.shape[1] / picture.width, pixels.shape[0] / picture.height
        index = sum(name == split for name, _ in samples)
        for row in rows:
            # Pascal VOC counts from 1 and includes the last pixel.
            left, top = max(0, int(row["xmin"]) - 1), max(0, int(row["ymin"]) - 1)
            right, bottom = min(picture.width, int(row["xmax"])), min(picture.height, int(row["ymax"]))
            if right - left < 2 or bottom - top < 2:
                dropped += 1
                continue
            box = [left * across, top * down, (right - left) * across, (bottom - top) * down]
            boxes[split].append([index, names.index(row["label"]), *box])
        samples.append((split, {"images": pixels}))
    arrays = by_split(samples)
    for split in SPLITS:
        arrays[f"{split}_boxes"] = np.array(boxes[split], np.float64)
    print(f"  {dropped} boxes of less than two pixels left out")
    return {**arrays, "box_classes": np.array(names)}


def mri_lgg(folder, side):
    """FLAIR abnormality in lower-grade glioma, split by patient."""
    (archive,) = folder.glob("*.npz")
    (table,) = folder.glob("*.csv")
    samples = []
    with np.load(archive) as source:
        pictures = zip(source["images"], source["masks"], read_table(table), strict=True)
        for image, mask, row in pictures:
            fields = {
                "images": fit_image(Image.fromarray(image), side),
                "masks": fit_mask(Image.fromarray(mask), side),
                "subjects": row["patient_id"],
            }
            samples.append((row["split"], fields))
    return {**by_split(samples), "mask_classes": np.array(["background", "abnormality"])}


def nuclei_dsb2018(folder, side):
    """Nuclei of several kinds of microscopy.

    {split}_instances, uint16 with 0 for the background, tells one nucleus from the next."""
    archive = Archive(folder, "metadata.csv")
    samples = []
    for row in archive.rows:
        instances = np.asarray(archive.picture(row["instance_labels"])).astype(np.uint16)
        instances = fit_mask(Image.fromarray(instances), side)
        fields = {
            "images": fit_image(archive.picture(row["image"], "RGB"), side),
            "masks": (instances > 0).astype(np.uint8),
            "instances": instances,
        }
        samples.append((row["split"], fields))
    return {**by_split(samples), "mask_classes": np.array(["background", "nucleus"])}


def wbc_seg(folder, side):
    """White blood cells: nucleus and cytoplasm, and the kind of the cell as its label."""
    archive = Archive(folder, "metadata.csv")
    samples = []
    for row in archive.rows:
        fields = {
            "images": fit_image(archive.picture(row["image"], "RGB"), side),
            "masks": fit_mask(archive.picture(row["mask"]), side),
            "labels": np.array([int(row["class_label"]) - 1], np.uint8),
        }
        samples.append((row["split"], fields))
    names = sorted({(int(row["class_label"]), row["class_name"]) for row in archive.rows})
    return {
        **by_split(samples),
        "class_names": np.array([name for _, name in names]),
        "mask_classes": np.array(["background", "cytoplasm", "nucleus"]),
    }


def retina_chasedb1(folder, side):
    """Retinal vessels, after the first observer; {split}_second_observer is the second one, as a human to be compared with.

    The last four children are the test by convention, and the two before them are for validation."""
    archive = Archive(folder, "metadata.csv")
    children = sorted({row["subject_id"] for row in archive.rows})
    split_of = dict.fromkeys(children, "train")
    split_of.update(dict.fromkeys(children[-6:-4], "val"), **dict.fromkeys(children[-4:], "test"))
    samples = []
    for row in archive.rows:
        vessels = (fit_mask(archive.picture(row[key], "L"), side) > 127 for key in ("mask", "mask_second_observer"))
        first, second = (mask.astype(np.uint8) for mask in vessels)
        fields = {
            "images": fit_image(archive.picture(row["image"], "RGB"), side),
            "masks": first,
            "second_observer": second,
            "subjects": row["subject_id"],
        }
        samples.append((split_of[row["subject_id"]], fields))
    return {**by_split(samples), "mask_classes": np.array(["background", "vessel"])}


SETS = {make.__name__: make for make in (bccd, mri_lgg, nuclei_dsb2018, wbc_seg, retina_chasedb1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--sets", default=",".join(SETS), help="some of: %(default)s")
    parser.add_argument("--side", type=int, default=224, help="longer side in pixels (default %(default)s)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.sets.split(","):
        if name not in SETS:
            parser.error(f"no set {name}: there are {', '.join(SETS)}")
        print(name)
        arrays = SETS[name](options.folder / name, options.side)
        file = options.out / f"{name}.npz"
        np.savez_compressed(file, **arrays)
        for key, array in sorted(arrays.items()):
            print(f"  {key} {array.dtype} {array.shape}")
        print(f"  {file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
